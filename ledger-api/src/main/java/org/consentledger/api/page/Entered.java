package org.consentledger.api.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/** What was entered into the fields of a form; browsers send a field that was left empty as "". */
public final class Entered {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
  private static final Pattern IDENTIFIER =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Entered() {}

  /** A text without blanks around it; none where nothing was entered. */
  public static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** A moment on the clocks of Kazakhstan. */
  public static @Nullable Instant moment(@Nullable LocalDateTime local) {
    return local == null ? null : local.atZone(Kazakhstan.ZONE).toInstant();
  }

  /**
   * Identifiers between blanks, commas or lines.
   *
   * @throws IllegalArgumentException where something else stands among them
   */
  public static List<UUID> identifiers(@Nullable String text) {
    List<UUID> identifiers = new ArrayList<>();
    if (text != null) {
      for (String part : BETWEEN.split(text.strip(), -1)) {
        if (!part.isEmpty()) {
          if (!IDENTIFIER.matcher(part).matches()) {
            throw new IllegalArgumentException("no identifier");
          }
          identifiers.add(UUID.fromString(part));
        }
      }
    }
    return identifiers;
  }
}
