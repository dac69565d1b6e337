package org.consentledger.api.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.request.RequestStory;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Breaches, and the term within which the authorised body is told of them (law 25(2)(8)). */
class BreachTest extends RequestStory {

  private static final String BREACHES = "/api/v1/breaches";
  private static final String NOTICE =
      "{\"reference\":\"№ 7-12, 11.03.2026\",\"text\":\"Хабарлама\"}";

  @Autowired BreachTermsJob job;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-03-10T12:00:00+05:00, 2026-03-11
          2026-03-20T12:00:00+05:00, 2026-03-26
          2026-03-10T19:00:00Z,      2026-03-12
          2026-05-08T23:59:59+05:00, 2026-05-12
          2028-02-28T12:00:00+05:00, 2028-02-29
          """)
  @Proves("3.2 regulator")
  void the_authority_is_told_of_a_breach_on_the_next_working_day(String foundAt, String dueDate) {
    letItBe("2029-01-09T12:00:00");

    String breach = found(",\"foundAt\":\"" + foundAt + "\"");

    JsonNode seen = read(breach);
    assertThat(seen.get("dueDate").asString()).isEqualTo(dueDate);
    assertThat(seen.get("state").asString()).isEqualTo("OVERDUE");
    assertThat(seen.at("/terms/id").asString()).isEqualTo("breach-authority");
    assertThat(seen.at("/terms/steps")).isNotEmpty();
  }

  @Test
  void a_breach_is_found_amended_told_and_closed_in_that_order() {
    letItBe("2026-03-10T12:00:00");
    String subject = ledger.register("letters", "breach-story@example.kz");
    String breach = found("");
    assertThat(read(breach).get("state").asString()).isEqualTo("OPEN");
    assertThat(send(breach, "closure", "{\"measures\":\"Кілттер ауыстырылды\"}").code())
        .isEqualTo("AUTHORITY_NOT_NOTIFIED");

    LedgerClient.requireSuccess(
        send(
            breach,
            "amendment",
            """
            {"description":"Көшірме жоғалды","categories":["EMAIL","PHONE"],"affected":117,"subjectIds":["%s"]}
            """
                .formatted(subject)));
    assertThat(send(breach, "authority-notice", before("2026-03-10T06:59:00Z")).code())
        .isEqualTo("NOTICE_BEFORE_FINDING");
    LedgerClient.requireSuccess(send(breach, "authority-notice", NOTICE));
    assertThat(send(breach, "authority-notice", NOTICE).code())
        .isEqualTo("AUTHORITY_NOTIFIED_ALREADY");
    LedgerClient.requireSuccess(send(breach, "closure", "{\"measures\":\"Ауыстырылды\"}"));

    JsonNode seen = read(breach);
    assertThat(seen.get("state").asString()).isEqualTo("CLOSED");
    assertThat(seen.get("late").asBoolean()).isFalse();
    assertThat(seen.get("description").asString()).isEqualTo("Көшірме жоғалды");
    assertThat(seen.get("affected").asLong()).isEqualTo(117);
    assertThat(seen.get("subjectIds").toString()).contains(subject);
    assertThat(seen.at("/notice/reference").asString()).startsWith("№ 7-12");
    assertThat(seen.get("measures").asString()).isEqualTo("Ауыстырылды");
    for (String command : List.of("amendment", "authority-notice", "closure")) {
      String body =
          command.equals("amendment")
              ? "{\"description\":\"x\"}"
              : command.equals("closure") ? "{\"measures\":\"x\"}" : NOTICE;
      assertThat(send(breach, command, body).code()).isEqualTo("BREACH_CLOSED");
    }
    assertThat(ledger.get("/api/v1/events?limit=1000", "application/x-ndjson").text())
        .contains("breach.found", "breach.amended", "breach.authority-notified", "breach.closed")
        .doesNotContain("Көшірме")
        .doesNotContain("№ 7-12");
  }

  @Test
  void a_term_that_is_over_is_recorded_once_and_the_notice_is_late() {
    letItBe("2026-03-10T12:00:00");
    String breach = found("");
    letItBe("2026-03-11T23:59:59");
    job.run();
    assertThat(read(breach).get("state").asString()).isEqualTo("OPEN");

    letItBe("2026-03-12T00:00:00");
    assertThat(read(breach).get("state").asString()).isEqualTo("OVERDUE");
    job.run();
    job.run();

    assertThat(events("breach.overdue", breach)).isEqualTo(1);
    assertThat(ledger.get(BREACHES + "?state=OVERDUE").text()).contains(breach);
    assertThat(ledger.get("/actuator/prometheus").text()).contains("ledger_breaches_overdue");
    LedgerClient.requireSuccess(send(breach, "authority-notice", NOTICE));
    assertThat(read(breach).get("late").asBoolean()).isTrue();
    assertThat(ledger.get(BREACHES + "?state=OVERDUE").text()).doesNotContain(breach);
  }

  @Test
  void a_notice_that_was_in_time_is_not_late_because_it_is_entered_late() {
    letItBe("2026-03-10T12:00:00");
    String breach = found("");
    letItBe("2026-03-16T12:00:00");

    LedgerClient.requireSuccess(send(breach, "authority-notice", before("2026-03-11T10:00:00Z")));

    assertThat(read(breach).get("late").asBoolean()).isFalse();
    assertThat(events("breach.overdue", breach)).isZero();
  }

  @Test
  void a_changed_term_is_counted_anew_while_the_authority_was_not_told() {
    letItBe("2026-03-10T12:00:00");
    String breach = found("");
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/legal-terms/breach-authority",
            "{\"length\":3,\"unit\":\"WORKING_DAYS\",\"source\":\"Бұйрық"
                + " 9\",\"certainty\":\"CONFIRMED\"}"));
    job.run();
    job.run();

    assertThat(read(breach).get("dueDate").asString()).isEqualTo("2026-03-13");
    assertThat(events("breach.recomputed", breach)).isEqualTo(1);
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/legal-terms/breach-authority",
            "{\"length\":1,\"unit\":\"WORKING_DAYS\",\"source\":\"Бұйрық"
                + " 10\",\"certainty\":\"SECONDARY\"}"));
  }

  @Test
  void pages_of_the_list_lead_through_all_the_last_found_first() {
    letItBe("2030-03-12T12:00:00");
    String first = found("");
    letItBe("2030-03-12T12:01:00");
    String second = found("");

    JsonNode page =
        LedgerClient.requireSuccess(ledger.get(BREACHES + "?limit=1&state=OPEN")).json();
    assertThat(page.at("/items/0/breachId").asString()).isEqualTo(second);
    JsonNode next =
        LedgerClient.requireSuccess(
                ledger.get(BREACHES + "?limit=1&state=OPEN&after=" + page.get("next").asString()))
            .json();
    assertThat(next.at("/items/0/breachId").asString()).isEqualTo(first);
    assertThat(ledger.get(BREACHES + "?after=x").status()).isEqualTo(400);
    assertThat(ledger.get(BREACHES, "application/x-ndjson").text()).contains(first, second);
  }

  @Test
  void bad_input_is_told_and_enters_nothing() {
    assertThat(ledger.post(BREACHES, "{}").status()).isEqualTo(422);
    assertThat(ledger.post(BREACHES, body(",\"foundAt\":\"2999-01-01T00:00:00Z\"")).code())
        .isEqualTo("EFFECTIVE_IN_FUTURE");
    assertThat(ledger.post(BREACHES, body(",\"affected\":-1")).status()).isEqualTo(422);
    assertThat(ledger.post(BREACHES, body(",\"categories\":[\"ә\"]")).status()).isEqualTo(422);
    assertThat(ledger.get(BREACHES + "/00000000-0000-4000-8000-000000000000").code())
        .isEqualTo("BREACH_UNKNOWN");
    assertThat(send("00000000-0000-4000-8000-000000000000", "authority-notice", NOTICE).code())
        .isEqualTo("BREACH_UNKNOWN");
  }

  private String found(String more) {
    return LedgerClient.requireSuccess(ledger.post(BREACHES, body(more)))
        .json()
        .get("breachId")
        .asString();
  }

  private static String body(String more) {
    return "{\"description\":\"Ноутбук жоғалды\"" + more + "}";
  }

  private static String before(String moment) {
    return "{\"reference\":\"№ 7-12\",\"notifiedAt\":\"" + moment + "\"}";
  }

  private Answer send(String breach, String command, String body) {
    return ledger.post(BREACHES + "/" + breach + "/" + command, body);
  }

  private JsonNode read(String breach) {
    return LedgerClient.requireSuccess(ledger.get(BREACHES + "/" + breach)).json();
  }

  private long events(String type, String breach) {
    return ledger
        .get("/api/v1/events?type=" + type, "application/x-ndjson")
        .text()
        .lines()
        .filter(line -> line.contains(breach))
        .count();
  }
}
