package org.consentledger.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote of whom nobody found out who they are has a time of its own (clause 2.14). */
class UnlinkedTextTest extends RequestStory {

  @Autowired private UnlinkedTextJob ending;
  @Autowired private JdbcClient database;

  private String request;

  @BeforeEach
  void answer() {
    letItBe("2026-03-10T12:00:00");
    request = answered(id(receive("QUESTION", "")));
  }

  private String answered(String open) {
    LedgerClient.requireSuccess(send(open, "answer", "{\"text\":\"Жауап: иә, қолданамыз\"}"));
    return open;
  }

  private Answer text(String of) {
    return ledger.get("/api/v1/requests/" + of + "/text");
  }

  private long sealed(String of) {
    return database
        .sql("select count(*) from vault.document where subject_id = :request")
        .param("request", UUID.fromString(of))
        .query(Long.class)
        .single();
  }

  private long destroyed(String of) {
    return read(of)
        .json()
        .get("timeline")
        .valueStream()
        .filter(it -> it.get("type").asString().equals("request.text-destroyed"))
        .count();
  }

  @Test
  void clause_2_14_a_year_after_its_end_what_nobody_was_found_for_is_destroyed_once() {
    letItBe("2027-03-10T11:59:00");
    ending.run();
    assertThat(text(request).text()).contains("Жауап: иә");

    letItBe("2027-03-10T12:00:30");
    ending.run();
    ending.run();
    assertThat(text(request).code()).isEqualTo("SUBJECT_DESTROYED");
    assertThat(sealed(request)).isZero();
    assertThat(
            database
                .sql("select state from vault.subject_key where subject_id = :request")
                .param("request", UUID.fromString(request))
                .query(String.class)
                .single())
        .isEqualTo("DESTROYED");
    assertThat(destroyed(request)).isEqualTo(1);
    assertThat(state(request)).isEqualTo("ANSWERED");
    assertThat(ledger.get("/api/v1/requests/" + request).text()).doesNotContain("Жауап");
  }

  @Test
  void clause_2_14_what_somebody_was_found_for_goes_with_that_persons_data_and_not_before() {
    String subject = consented();
    String linked = answered(received("QUESTION", subject));
    letItBe("2027-06-01T12:00:00");
    ending.run();
    assertThat(text(linked).text()).contains("Жауап: иә");
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));
    assertThat(text(linked).code()).isEqualTo("SUBJECT_DESTROYED");
    assertThat(destroyed(linked)).isZero();
  }

  @Test
  void what_still_waits_is_kept_however_old_it_is() {
    String open = id(receive("QUESTION", ""));
    letItBe("2029-01-01T12:00:00");
    ending.run();
    assertThat(text(open).text()).contains("Менің деректерім туралы");
    assertThat(destroyed(open)).isZero();
  }
}
