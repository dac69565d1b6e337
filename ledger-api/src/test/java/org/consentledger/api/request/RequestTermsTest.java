package org.consentledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Terms of requests, each answer worked out by hand on the calendar of Kazakhstan. */
class RequestTermsTest extends RequestStory {

  private static final String CHANGE =
      "{\"length\":%d,\"unit\":\"WORKING_DAYS\",\"source\":\"Бұйрық"
          + " 7\",\"certainty\":\"CONFIRMED\"}";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # three working days
          INFORMATION,   2026-03-10T12:00:00+05:00, 2026-03-13, true
          INFORMATION,   2026-03-19T12:00:00+05:00, 2026-03-27, true
          COMPLAINT,     2026-05-26T12:00:00+05:00, 2026-06-01, true
          OBJECTION,     2026-07-03T12:00:00+05:00, 2026-07-09, true
          QUESTION,      2026-10-23T12:00:00+05:00, 2026-10-29, true
          INFORMATION,   2025-12-30T12:00:00+05:00, 2026-01-06, true
          # the day of the receipt is that of Kazakhstan, wherever the clock stood
          INFORMATION,   2026-03-10T23:59:59+05:00, 2026-03-13, true
          INFORMATION,   2026-03-11T00:00:00+05:00, 2026-03-16, true
          INFORMATION,   2026-03-10T18:59:59Z,      2026-03-13, true
          INFORMATION,   2026-03-10T19:00:00Z,      2026-03-16, true
          INFORMATION,   2026-03-10T23:30:00-08:00, 2026-03-16, true
          INFORMATION,   2026-03-11T03:00:00+14:00, 2026-03-13, true
          # one working day
          RECTIFICATION, 2026-03-06T12:00:00+05:00, 2026-03-10, true
          DESTRUCTION,   2026-03-20T12:00:00+05:00, 2026-03-26, true
          BLOCKING,      2026-04-30T12:00:00+05:00, 2026-05-04, true
          UNBLOCKING,    2026-05-06T12:00:00+05:00, 2026-05-08, true
          DESTRUCTION,   2026-05-08T12:00:00+05:00, 2026-05-12, true
          DESTRUCTION,   2026-12-15T12:00:00+05:00, 2026-12-17, true
          DESTRUCTION,   2026-03-21T12:00:00+05:00, 2026-03-26, true
          # fifteen working days, fifteen calendar days
          WITHDRAWAL,    2026-03-02T12:00:00+05:00, 2026-03-27, true
          WITHDRAWAL,    2025-12-31T23:59:59+05:00, 2026-01-26, true
          CESSATION,     2026-03-02T12:00:00+05:00, 2026-03-17, true
          CESSATION,     2026-03-10T12:00:00+05:00, 2026-03-26, true
          CESSATION,     2026-04-16T12:00:00+05:00, 2026-05-04, true
          CESSATION,     2025-12-17T12:00:00+05:00, 2026-01-05, true
          # over the end of the year, and in years that are not confirmed
          DESTRUCTION,   2025-12-31T12:00:00+05:00, 2026-01-05, true
          INFORMATION,   2026-12-31T12:00:00+05:00, 2027-01-08, false
          DESTRUCTION,   2026-12-31T23:59:59+05:00, 2027-01-05, false
          DESTRUCTION,   2027-03-12T12:00:00+05:00, 2027-03-16, false
          DESTRUCTION,   2027-03-19T12:00:00+05:00, 2027-03-25, false
          DESTRUCTION,   2027-04-30T12:00:00+05:00, 2027-05-04, false
          DESTRUCTION,   2027-05-07T12:00:00+05:00, 2027-05-11, false
          INFORMATION,   2028-12-29T12:00:00+05:00, 2029-01-05, false
          # the leap day
          DESTRUCTION,   2028-02-28T12:00:00+05:00, 2028-02-29, false
          RECTIFICATION, 2028-02-29T12:00:00+05:00, 2028-03-01, false
          CESSATION,     2028-02-14T12:00:00+05:00, 2028-02-29, false
          """)
  void clause_3_2_a_request_is_due_by_the_calendar_of_kazakhstan(
      String type, String receivedAt, String dueDate, boolean confirmed) {
    letItBe("2029-01-09T12:00:00");

    JsonNode request =
        LedgerClient.requireSuccess(receive(type, ",\"receivedAt\":\"" + receivedAt + "\"")).json();

    assertThat(request.get("dueDate").asString()).isEqualTo(dueDate);
    assertThat(request.get("dueAt").asString()).isEqualTo(dueDate + "T19:00:00Z");
    assertThat(request.at("/terms/calendarConfirmed").asBoolean()).isEqualTo(confirmed);
    JsonNode steps = request.at("/terms/steps");
    assertThat(steps.get(steps.size() - 1).get("last").asString()).isEqualTo(dueDate);
  }

  @Test
  void days_on_which_the_term_rested_do_not_count_and_an_extension_adds_days_once() {
    letItBe("2026-03-10T12:00:00");
    String request = id(receive("INFORMATION", ""));
    letItBe("2026-03-12T09:00:00"); // 11 March has counted
    Answer paused = send(request, "pause", "{\"reason\":\"CLARIFICATION\"}");
    assertThat(paused.json().has("dueDate")).isFalse();
    assertThat(state(request)).isEqualTo("PAUSED");
    assertThat(send(request, "pause", "{\"reason\":\"IDENTITY\"}").status()).isEqualTo(200);

    letItBe("2026-03-16T18:00:00"); // 12 to 16 March do not count, 17 and 18 do
    Answer resumed = send(request, "resume", "");
    assertThat(resumed.json().get("dueDate").asString()).isEqualTo("2026-03-18");
    assertThat(send(request, "resume", "").status()).isEqualTo(200);

    Answer extended = send(request, "extension", "{\"days\":3,\"explanation\":\"Мұрағат\"}");
    assertThat(extended.json().get("dueDate").asString()).isEqualTo("2026-03-26");
    assertThat(extended.json().at("/terms/extension").asInt()).isEqualTo(3);
    assertThat(extended.json().at("/terms/steps").toString())
        .contains("PAUSED")
        .contains("COUNTED_EXTENSION");
    assertThat(send(request, "extension", "{\"days\":3,\"explanation\":\"Тағы\"}").code())
        .isEqualTo("EXTENDED_ALREADY");
    assertThat(read(request).json().at("/pauses/0/reason").asString()).isEqualTo("CLARIFICATION");
    assertThat(read(request).json().get("timeline")).hasSize(4);
  }

  @Test
  void a_term_that_is_over_is_recorded_once_and_neither_rests_nor_is_extended() {
    letItBe("2026-03-10T12:00:00");
    String request = id(receive("DESTRUCTION", ""));
    letItBe("2026-03-11T23:59:30");
    job.run();
    assertThat(state(request)).isEqualTo("OPEN");

    letItBe("2026-03-12T00:00:00");
    assertThat(state(request)).isEqualTo("OVERDUE"); // also before the job has recorded it
    assertThat(timeline(request)).containsExactly("request.received");
    job.run();
    job.run();

    assertThat(timeline(request)).containsExactly("request.received", "request.overdue");
    assertThat(send(request, "pause", "{\"reason\":\"IDENTITY\"}").code()).isEqualTo("TERM_OVER");
    assertThat(send(request, "extension", "{\"days\":1,\"explanation\":\"-\"}").code())
        .isEqualTo("TERM_OVER");
    assertThat(LedgerClient.requireSuccess(ledger.get("/api/v1/requests?state=OVERDUE")).text())
        .contains(request);
    assertThat(send(request, "answer", "{\"text\":\"Кешіріңіз\"}").status()).isEqualTo(201);
    assertThat(read(request).json().at("/end/late").asBoolean()).isTrue();
    assertThat(timeline(request))
        .containsExactly("request.received", "request.overdue", "request.answered");
  }

  @Test
  void an_answer_that_is_late_was_overdue_although_no_job_has_run() {
    letItBe("2026-03-10T12:00:00");
    String request = id(receive("QUESTION", ",\"receivedAt\":\"2026-02-02T10:00:00Z\""));
    LedgerClient.requireSuccess(send(request, "answer", "{\"text\":\"Иә\"}"));
    assertThat(timeline(request))
        .containsExactly("request.received", "request.overdue", "request.answered");
  }

  @Test
  void a_row_that_changes_changes_what_waits_and_says_so() {
    letItBe("2026-03-10T12:00:00");
    String waiting = id(receive("OBJECTION", ""));
    String done = id(receive("OBJECTION", ""));
    LedgerClient.requireSuccess(send(done, "answer", "{\"text\":\"Иә\"}"));
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/legal-terms/automated-objection", CHANGE.formatted(5)));
    job.run();
    job.run();

    assertThat(read(waiting).json().get("dueDate").asString()).isEqualTo("2026-03-17");
    assertThat(timeline(waiting)).containsExactly("request.received", "request.recomputed");
    assertThat(timeline(done)).containsExactly("request.received", "request.answered");
    JsonNode event =
        ledger.get("/api/v1/events?type=request.recomputed").items().stream()
            .map(it -> it.get("data"))
            .filter(it -> it.get("requestId").asString().equals(waiting))
            .findFirst()
            .orElseThrow();
    assertThat(event.at("/before/day").asString()).isEqualTo("2026-03-13");
    assertThat(event.at("/term/due/day").asString()).isEqualTo("2026-03-17");
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/legal-terms/automated-objection", CHANGE.formatted(3)));
  }

  @Test
  void somebody_is_reminded_at_half_with_one_working_day_left_and_on_the_day() {
    letItBe("2026-03-02T12:00:00");
    String request = id(receive("WITHDRAWAL", "")); // due on 27 March
    assertThat(reminders("2026-03-13")).contains(request); // the eighth of fifteen working days
    assertThat(reminders("2026-03-26")).contains(request);
    assertThat(reminders("2026-03-27")).contains(request);
    assertThat(reminders("2026-03-16")).doesNotContain(request);
    letItBe("2026-03-26T08:00:00");
    assertThat(
            ledger.get("/api/v1/requests?due=2026-03-27&type=WITHDRAWAL").items().stream()
                .filter(it -> it.get("requestId").asString().equals(request))
                .map(it -> it.get("reminder").asString()))
        .containsExactly("ONE_WORKING_DAY_LEFT");
    assertThat(ledger.get("/api/v1/requests?due=2026-03-26").text()).doesNotContain(request);
    LedgerClient.requireSuccess(send(request, "answer", "{\"text\":\"Жоқ\"}"));
    assertThat(reminders("2026-03-27")).doesNotContain(request);
  }

  private List<String> timeline(String request) {
    return read(request)
        .json()
        .get("timeline")
        .valueStream()
        .map(it -> it.get("type").asString())
        .toList();
  }

  private String reminders(String day) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/requests/reminders?day=" + day)).text();
  }
}
