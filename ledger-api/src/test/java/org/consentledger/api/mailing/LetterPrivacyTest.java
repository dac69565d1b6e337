package org.consentledger.api.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.MailStory;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What letters carry to people stands nowhere else. */
@ExtendWith(OutputCaptureExtension.class)
class LetterPrivacyTest extends MailStory {

  private static final String WORDS = "Гүлнұр апайға құттықтау";

  @Autowired private JdbcClient database;

  @Test
  void promise_6_addresses_texts_and_tokens_of_letters_stand_in_no_table_and_no_output(
      CapturedOutput output) {
    String taken = "gulnur.taken@example.kz";
    String later = "gulnur.later@example.kz";
    String refused = "gulnur.refused@example.kz";
    List.of(taken, later, refused).forEach(address -> consented(address, "kk"));
    SINK.answerRecipients(
        recipient ->
            recipient.equals(later)
                ? "451 not yet <" + recipient + ">"
                : recipient.equals(refused) ? "550 nobody <" + recipient + ">" : "250 yes");
    String mailing = LedgerClient.unusedCode();
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/mailings/" + mailing,
            """
            {"purposeId":"%s","sendFrom":"saule.akhmetova@operator.kz",
             "texts":{"kk":{"subject":"%s","markdown":"%s"}}}
            """
                .formatted(purpose, WORDS, WORDS)));
    LedgerClient.requireSuccess(command(mailing, "start"));
    awaitCompletion(mailing);
    MailSink.Received letter = SINK.receivedBy(taken).getFirst();
    assertThat(postForm(link(letter), "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    assertThat(progress(mailing, "bounced")).isEqualTo(1);
    List<String> secrets =
        List.of(
            "gulnur.",
            "saule.akhmetova",
            WORDS,
            "Гүлнұр",
            token(letter),
            letter.header("Letter-Token"));
    List<String> rows = rows();
    assertThat(rows).anyMatch(row -> row.contains(mailing));
    for (String secret : secrets) {
      assertThat(rows).noneMatch(row -> row.contains(secret));
      assertThat(output.getAll()).doesNotContain(secret);
    }
  }

  /** All that stands in the database, in the vault and beside it. */
  private List<String> rows() {
    List<String> tables =
        database
            .sql(
                "select table_schema || '.' || table_name from information_schema.tables"
                    + " where table_schema not in ('pg_catalog', 'information_schema')")
            .query(String.class)
            .list();
    List<String> rows = new ArrayList<>();
    for (String table : tables) {
      rows.addAll(database.sql("select t::text from " + table + " t").query(String.class).list());
    }
    return rows;
  }

  @Test
  void clause_2_14_letters_forget_to_whom_they_were_when_the_data_is_destroyed() {
    String address = someAddress();
    String subject = consented(address, "ru");
    String mailing = started("");
    awaitCompletion(mailing);
    assertThat(
            ledger
                .post(
                    "/api/v1/mailings/bounces",
                    "{\"token\":\""
                        + SINK.receivedBy(address).getFirst().header("Letter-Token")
                        + "\"}")
                .json()
                .get("subjectId")
                .asString())
        .isEqualTo(subject);

    LedgerClient.requireSuccess(ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"));

    for (String table : List.of("mailing_letter", "mail_bounce")) {
      assertThat(
              database
                  .sql("select count(*) from " + table + " where subject_id = :s::uuid")
                  .param("s", subject)
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
    assertThat(progress(mailing, "audience")).isEqualTo(1);
    assertThat(progress(mailing, "bounced")).isEqualTo(1);
  }
}
