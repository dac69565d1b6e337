package org.consentledger.api.console.export;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.export.ExportRequest;
import org.consentledger.api.page.Entered;
import org.consentledger.core.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is to be exported; times are those of Kazakhstan. What is missing does not limit it.
 *
 * @param key tells the form from others, so that sent twice it is asked for once
 * @param type a single type of events, as the history's filter names it
 */
record ExportForm(
    @Nullable String key,
    @Nullable ExportFormat format,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime to,
    @Nullable String subjectId,
    @Nullable String requestId,
    @Nullable String type,
    @Nullable List<String> types) {

  /** All types that are named, one way or the other. */
  List<String> chosen() {
    List<String> chosen = new ArrayList<>(types == null ? List.of() : types);
    String single = Entered.text(type);
    if (single != null && !chosen.contains(single)) {
      chosen.add(single);
    }
    return chosen;
  }

  /**
   * As the API takes it.
   *
   * @throws IllegalArgumentException where an identifier is none
   */
  ExportRequest request() {
    return new ExportRequest(
        Entered.moment(from),
        Entered.moment(to),
        identifier(subjectId),
        identifier(requestId),
        chosen(),
        format == null ? ExportFormat.ARCHIVE : format);
  }

  private static @Nullable UUID identifier(@Nullable String text) {
    List<UUID> found = Entered.identifiers(text);
    if (found.size() > 1) {
      throw new IllegalArgumentException("more than one identifier");
    }
    return found.isEmpty() ? null : found.getFirst();
  }
}
