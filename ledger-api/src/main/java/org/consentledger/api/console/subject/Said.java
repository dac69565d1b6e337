package org.consentledger.api.console.subject;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.consentledger.api.query.Paging;
import org.jspecify.annotations.Nullable;

/** Reads what a form says: a field that was left empty says nothing. */
public final class Said {

  private Said() {}

  /** A text without the space around it; none where there is nothing else. */
  public static @Nullable String text(@Nullable String sent) {
    return sent == null || sent.isBlank() ? null : sent.strip();
  }

  /** A code that was chosen; refused where it has not the form of one. */
  public static <T> @Nullable T code(@Nullable String sent, Function<String, T> type) {
    String said = text(sent);
    return said == null ? null : read(said, type);
  }

  /** Codes that were chosen; refused where one has not the form of one. */
  public static <T extends Comparable<T>> SortedSet<T> codes(
      @Nullable Collection<String> sent, Function<String, T> type) {
    SortedSet<T> codes = new TreeSet<>();
    (sent == null ? List.<String>of() : sent).forEach(each -> codes.add(read(each, type)));
    return codes;
  }

  private static <T> T read(String said, Function<String, T> type) {
    try {
      return type.apply(said);
    } catch (IllegalArgumentException none) {
      throw Paging.invalid("A code is not of the expected form.");
    }
  }
}
