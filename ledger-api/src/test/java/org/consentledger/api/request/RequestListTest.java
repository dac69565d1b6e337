package org.consentledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.query.Paging;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who sees which requests, and what was written about them. */
class RequestListTest extends RequestStory {

  @Autowired private JdbcClient database;

  @Test
  void requests_come_in_pages_or_as_lines_the_first_due_first_and_those_that_rest_last() {
    letItBe("2026-03-10T12:00:00");
    String subject = consented();
    final String slow = received("WITHDRAWAL", subject);
    final String rests = received("DESTRUCTION", subject);
    final String quick = received("BLOCKING", subject);
    final String middle = received("INFORMATION", subject);
    LedgerClient.requireSuccess(send(rests, "pause", "{\"reason\":\"IDENTITY\"}"));
    String path = "/api/v1/requests?subjectId=" + subject;

    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      Answer page = LedgerClient.requireSuccess(ledger.get(path + "&limit=1" + next));
      page.items().forEach(item -> listed.add(item.get("requestId").asString()));
      JsonNode cursor = page.json().get("next");
      next = cursor.isNull() ? "" : "&after=" + cursor.asString();
    } while (!next.isEmpty());

    assertThat(listed).containsExactly(quick, middle, slow, rests);
    assertThat(ledger.get(path, Paging.NDJSON).text().lines()).hasSize(4);
    assertThat(ledger.get(path + "&state=PAUSED").items()).hasSize(1);
    assertThat(ledger.get(path + "&due=2026-03-13").items()).hasSize(2);
    assertThat(ledger.get(path + "&state=LATER").status()).isEqualTo(400);
    assertThat(ledger.get("/api/v1/requests?after=x").status()).isEqualTo(400);
    assertThat(ledger.get("/api/v1/requests/" + subject).code()).isEqualTo("REQUEST_UNKNOWN");
    assertThat(send(subject, "answer", "{\"text\":\"-\"}").code()).isEqualTo("REQUEST_UNKNOWN");
  }

  @Test
  void whose_request_it_is_may_be_said_later_and_corrected_until_it_is_verified() {
    String request = id(receive("QUESTION", ""));
    String subject = consented();
    assertThat(read(request).json().has("subjectId")).isFalse();
    String wrong = link(consented());
    LedgerClient.requireSuccess(send(request, "subject", wrong));
    LedgerClient.requireSuccess(send(request, "subject", link(subject)));
    assertThat(send(request, "subject", link(subject)).status()).isEqualTo(200);
    LedgerClient.requireSuccess(send(request, "identity-verification", EVIDENCE));

    assertThat(send(request, "subject", wrong).code()).isEqualTo("IDENTITY_VERIFIED_ALREADY");
    assertThat(read(request).json().get("subjectId").asString()).isEqualTo(subject);
    assertThat(send(request, "subject", link(request)).code()).isEqualTo("SUBJECT_UNKNOWN");
  }

  private static String link(String subject) {
    return "{\"subjectId\":\"" + subject + "\"}";
  }

  @Test
  @Proves("4.1 complain")
  void clause_4_1_complaints_are_entered_answered_in_three_working_days_and_listed_apart() {
    letItBe("2026-03-10T12:00:00");
    String subject = consented();
    Answer complaint = receive("COMPLAINT", ",\"subjectId\":\"" + subject + "\"");
    String question = received("QUESTION", subject);

    assertThat(complaint.json().get("dueDate").asString()).isEqualTo("2026-03-13");
    assertThat(ledger.get("/api/v1/requests?type=COMPLAINT").text())
        .contains(id(complaint))
        .doesNotContain(question);
    LedgerClient.requireSuccess(send(id(complaint), "answer", "{\"text\":\"Түзетілді\"}"));
    assertThat(ledger.get("/api/v1/requests?type=COMPLAINT&state=ANSWERED").text())
        .contains(id(complaint));
  }

  @Test
  void clause_8_7_who_reads_what_was_written_is_recorded_first() {
    String subject = consented();
    String request = received("QUESTION", subject);
    LedgerClient.requireSuccess(send(request, "answer", "{\"text\":\"Біз жазып отырмыз\"}"));

    Answer read = ledger.get("/api/v1/requests/" + request + "/text?ground=LEGAL_OBLIGATION");

    assertThat(read.json().at("/texts/0/words/text").asString())
        .isEqualTo("Менің деректерім туралы");
    assertThat(read.json().at("/texts/1/words/text").asString()).isEqualTo("Біз жазып отырмыз");
    JsonNode last = ledger.get("/api/v1/subjects/" + subject + "/history").items().getLast();
    assertThat(last.get("type").asString()).isEqualTo("request.read");
    assertThat(last.get("eventId").asString()).isEqualTo(read.json().get("readEventId").asString());
    assertThat(last.at("/data/ground").asString()).isEqualTo("LEGAL_OBLIGATION");
  }

  @Test
  void
      promise_6_what_was_written_ends_with_the_data_of_the_person_also_where_it_was_linked_later() {
    String subject = consented();
    String linked = id(receive("QUESTION", ""));
    LedgerClient.requireSuccess(send(linked, "subject", link(subject)));
    String asked = verified("DESTRUCTION", subject);
    final String another = id(receive("QUESTION", ""));

    LedgerClient.requireSuccess(answer(asked, "{\"destruction\":{\"ground\":\"REQUEST\"}}"));

    for (String request : List.of(linked, asked)) {
      assertThat(ledger.get("/api/v1/requests/" + request + "/text").code())
          .isEqualTo("SUBJECT_DESTROYED");
      assertThat(documents(request)).isZero();
    }
    assertThat(documents(another)).isEqualTo(1);
    assertThat(send(linked, "answer", "{\"text\":\"Кеш\"}").code()).isEqualTo("SUBJECT_DESTROYED");
    assertThat(state(asked)).isEqualTo("ANSWERED");
    assertThat(state(linked)).isEqualTo("OPEN");
    assertThat(send(linked, "answer", "{}").status()).isEqualTo(201);
    assertThat(send(another, "answer", "{}").status()).isEqualTo(422);
  }

  private long documents(String request) {
    return database
        .sql("select count(*) from vault.document where subject_id = :request::uuid")
        .param("request", request)
        .query(Long.class)
        .single();
  }
}
