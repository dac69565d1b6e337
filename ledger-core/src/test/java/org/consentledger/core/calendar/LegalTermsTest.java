package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalTermsTest {

  private static final Instant CHANGE = Instant.parse("2027-01-01T00:00:00Z");

  private final LegalTerms shipped = LegalTerms.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject-information | 3 | WORKING_DAYS | law 25(2), rules 395",
        "rectify-block-destroy | 1 | WORKING_DAYS | law 25(2)(8)",
        "withdrawal | 15 | WORKING_DAYS | law 8(7)",
        "cessation | 15 | CALENDAR_DAYS | Digital Code 41",
        "public-sources | 1 | WORKING_DAYS | law 6",
        "retention-end | 1 | WORKING_DAYS | law 18 with rules 395",
        "unlawful | 1 | WORKING_DAYS | law 25(2)(8)",
        "breach-authority | 1 | WORKING_DAYS | law 25(2)(8)",
        "automated-objection | 3 | WORKING_DAYS | law 19-1",
        "transfer-notice | 10 | WORKING_DAYS | law 19",
        "authority-request | 10 | CALENDAR_DAYS | policy 3.2",
        "accuracy-review | 365 | CALENDAR_DAYS | policy 5.6",
      })
  void each_term_has_the_length_that_its_source_says(
      String id, int length, TermUnit unit, String article) {
    LegalTerm term = shipped.inForceAt(CHANGE, LegalTermId.of(id));

    assertThat(term.length()).isEqualTo(length);
    assertThat(term.unit()).isEqualTo(unit);
    assertThat(term.article()).isEqualTo(article);
    assertThat(term.trigger()).isNotBlank();
  }

  @Test
  void each_term_has_one_row_at_every_moment() {
    for (Instant moment : new Instant[] {Instant.MIN, CHANGE, Instant.MAX}) {
      assertThat(shipped.all(moment))
          .extracting(LegalTerm::id)
          .containsExactly(LegalTermId.values());
    }
  }

  @Test
  void what_was_remembered_says_so() {
    assertThat(shipped.all(CHANGE))
        .filteredOn(term -> term.certainty() == Certainty.FROM_MEMORY)
        .extracting(LegalTerm::id)
        .containsExactly(LegalTermId.TRANSFER_NOTICE);
  }

  @Test
  void a_term_that_the_law_changes_has_a_row_for_each_time() {
    LegalTerms changed =
        LegalTerms.of(
            file(
                row("2027-01-01T00:00:00Z", null, 5), row(null, "2027-01-01T00:00:00Z", 3), all()));

    assertThat(changed.inForceAt(CHANGE.minusNanos(1), LegalTermId.UNLAWFUL).length()).isEqualTo(3);
    assertThat(changed.inForceAt(CHANGE, LegalTermId.UNLAWFUL).length()).isEqualTo(5);
  }

  @Test
  void rows_that_leave_a_gap_or_overlap_are_refused() {
    String change = "2027-01-01T00:00:00Z";
    String later = "2028-01-01T00:00:00Z";
    assertRefused("unlawful", all());
    assertRefused("unlawful", row(null, change, 3), all());
    assertRefused("unlawful", row(change, null, 3), all());
    assertRefused("unlawful", row(null, change, 3), row(later, null, 5), all());
    assertRefused("unlawful", row(null, later, 3), row(change, null, 5), all());
    assertRefused("unlawful", row(null, null, 3), row(null, null, 5), all());
    assertRefused("unlawful", row(null, null, 3), row(change, null, 5), all());
  }

  @Test
  void rows_that_make_no_sense_are_refused() {
    assertRefused("unlawful has 0", row(null, null, 0), all());
    assertRefused("unlawful has 367", row(null, null, 367), all());
    assertRefused("ends before it begins", row("2028-01-01T00:00:00Z", "2028-01-01T00:00:00Z", 1));
    assertRefused("[0].id", row(null, null, 1).replace("unlawful", "unheard-of"));
    assertRefused("[0]", row(null, null, 1).replace("\"certainty\"", "\"certain\""));
  }

  private static void assertRefused(String complaint, String... rows) {
    assertThatThrownBy(() -> LegalTerms.of(file(rows)))
        .isInstanceOf(CalendarUnusable.class)
        .hasMessageContaining(complaint);
  }

  private static ByteArrayInputStream file(String... rows) {
    return new ByteArrayInputStream(
        ("[" + String.join(",", rows) + "]").getBytes(StandardCharsets.UTF_8));
  }

  private static String row(String from, String until, int length) {
    return """
    {"id": "unlawful", "article": "law", "trigger": "It was found.", "length": %d,
     "unit": "WORKING_DAYS", %s %s "certainty": "CONFIRMED"}\
    """
        .formatted(length, field("inForceFrom", from), field("inForceUntil", until));
  }

  private static String field(String name, String value) {
    return value == null ? "" : "\"%s\": \"%s\",".formatted(name, value);
  }

  /** One row for each other term. */
  private static String all() {
    StringBuilder rows = new StringBuilder();
    for (LegalTermId id : LegalTermId.values()) {
      if (id != LegalTermId.UNLAWFUL) {
        rows.append(rows.isEmpty() ? "" : ",")
            .append(row(null, null, 1).replace("unlawful", id.code()));
      }
    }
    return rows.toString();
  }
}
