package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of data, by one person or by two (clauses 2.14, 5.7). */
class DisposalTest extends ClauseStory {

  private static final String REQUEST = "{\"ground\":\"REQUEST\"}";

  private LedgerClient officer;

  @BeforeEach
  void employAnOfficer() {
    ledger.determine("reviewed", "{\"disposalApproval\":\"OFFICER\"}");
    officer = officer();
  }

  @Test
  @Proves("2.14")
  void clause_2_14_where_nobody_has_to_approve_the_data_is_gone_with_the_answer() {
    String subject = consented("{}", "letters");
    Answer gone = ledger.command(subject, "destruction", REQUEST);
    assertThat(gone.status()).isEqualTo(202);
    assertThat(gone.json().get("disposal").asString()).isEqualTo("DONE");
    assertThat(gone.eventIds()).hasSize(2);
    assertThat(read(subject).json().get("status").asString()).isEqualTo("DESTROYED");
    Answer again = ledger.command(subject, "destruction", REQUEST);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().has("disposal")).isFalse();
  }

  @Test
  @Proves("2.5")
  void clause_2_5_what_is_anonymised_is_nobodys_and_cannot_be_turned_back() {
    String email = UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("letters", email);
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));

    Answer gone = ledger.command(subject, "anonymisation", REQUEST);

    assertThat(gone.status()).isEqualTo(202);
    assertThat(read(subject).json().get("status").asString()).isEqualTo("ANONYMISED");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").code())
        .isEqualTo("SUBJECT_ANONYMISED");
    assertThat(ledger.post("/api/v1/subjects/lookup", "{\"email\":\"" + email + "\"}").status())
        .isEqualTo(404);
    assertThat(ledger.decide(subject, "letters", "USE").reasons())
        .containsExactly("SUBJECT_ANONYMISED");
    assertThat(ledger.register("letters", email)).isNotEqualTo(subject);
  }

  @Test
  @Proves("5.7, 8.8")
  void clause_5_7_a_second_person_approves_and_until_then_the_data_is_used_for_nothing() {
    String subject = consented("{}", "reviewed");

    Answer asked = ledger.command(subject, "destruction", REQUEST);

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().get("disposal").asString()).isEqualTo("WAITING");
    assertThat(read(subject).json().at("/disposal/disposalId").asString())
        .isEqualTo(asked.json().get("disposalId").asString());
    assertThat(ledger.decide(subject, "reviewed", "USE").reasons())
        .containsExactly("DISPOSAL_PENDING");
    assertThat(ledger.decide(subject, "reviewed", "STORE").decision()).isEqualTo("PERMIT");
    assertThat(ledger.command(subject, "destruction/approval", "").code())
        .isEqualTo("SECOND_PERSON_NEEDED");

    assertThat(officer.command(subject, "destruction/approval", "").status()).isEqualTo(202);
    assertThat(read(subject).json().get("status").asString()).isEqualTo("DESTROYED");
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").code())
        .isEqualTo("SUBJECT_DESTROYED");
    assertThat(officer.command(subject, "destruction/approval", "").code())
        .isEqualTo("SUBJECT_DESTROYED");
  }

  @Test
  @Proves("5.7, 8.8")
  void clause_5_7_a_hold_stops_what_waits_and_what_waits_may_be_called_off() {
    String subject = consented("{}", "reviewed");
    LedgerClient.requireSuccess(ledger.command(subject, "destruction", REQUEST));
    String hold = id(officer.command(subject, "holds", "{\"citation\":\"Іс 9\"}"), "holdId");
    assertThat(officer.command(subject, "destruction/approval", "").code()).isEqualTo("LEGAL_HOLD");
    assertThat(ledger.command(subject, "anonymisation", REQUEST).code()).isEqualTo("LEGAL_HOLD");
    LedgerClient.requireSuccess(officer.command(subject, "holds/" + hold + "/lift", ""));
    assertThat(ledger.command(subject, "anonymisation", REQUEST).code())
        .isEqualTo("DISPOSAL_PENDING");

    Answer cancelled =
        ledger.command(
            subject, "destruction/cancellation", "{\"explanation\":\"Адам бас тартты\"}");

    assertThat(cancelled.status()).isEqualTo(201);
    assertThat(ledger.decide(subject, "reviewed", "USE").decision()).isEqualTo("PERMIT");
    assertThat(officer.command(subject, "destruction/approval", "").code())
        .isEqualTo("NOTHING_TO_APPROVE");
    assertThat(
            ledger.command(subject, "destruction/cancellation", "{\"explanation\":\" \"}").status())
        .isEqualTo(422);
  }
}
