package org.consentledger.api.mail.officers;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;

/** Officers are told what waits for them: what, when, in which language, and of nobody by name. */
class OfficerNoticeTest extends OfficerStory {

  @Test
  void a_new_request_is_told_at_once_with_number_type_day_and_link_and_names_nobody() {
    letItBe("2031-06-09T12:00:00");
    String address = someAddress();
    String subject = consented(address, "kk");
    String request = received("INFORMATION", ",\"subjectId\":\"" + subject + "\"");
    tell();
    tell();

    MailSink.Received letter = only(FIRST);
    assertThat(letter.sender()).isEqualTo("news@operator.kz");
    assertThat(letter.header("Subject")).isEqualTo("A new request");
    assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(plain(letter))
        .contains("№ " + number(request) + ", ")
        .contains("due 12.06.2031")
        .contains(ADDRESS + "/console/requests/" + request + "\n");
    assertThat(html(letter)).contains("href=\"" + ADDRESS + "/console/requests/" + request + "\"");
    for (String told : new String[] {plain(letter), html(letter), letter.content()}) {
      assertThat(told).doesNotContain(address).doesNotContain(subject).doesNotContain("Әсел");
    }
    assertThat(SINK.receivedBy(DAILY)).as("whoever reads once a day").isEmpty();
    assertThat(SINK.receivedBy(SECOND)).as("whoever is not told of requests").isEmpty();
  }

  @Test
  void what_waits_for_the_daily_letter_comes_together_at_nine_on_the_next_working_day() {
    letItBe("2031-06-13T09:00:01"); // a Friday, just too late
    String one = received("INFORMATION", "");
    String other = received("CESSATION", "");
    tell();
    letItBe("2031-06-14T12:00:00");
    tell();
    letItBe("2031-06-16T08:59:00");
    tell();
    assertThat(SINK.receivedBy(DAILY)).isEmpty();

    letItBe("2031-06-16T09:00:00");
    tell();
    String text = plain(only(DAILY));
    assertThat(text)
        .contains("Жаңа өтініш", "№ " + number(one) + ", мәлімет сұрау", number(other))
        .contains("Бұл хатты бағдарлама жіберді");
    assertThat(plain(SINK.receivedBy(FIRST).getFirst())).contains(number(one), number(other));
  }

  @Test
  void what_is_due_is_told_at_half_with_one_working_day_left_and_on_the_day_at_nine() {
    letItBe("2031-06-02T12:00:00");
    String request = received("WITHDRAWAL", ""); // due on 23 June
    tell();
    SINK.reset();
    StringBuilder days = new StringBuilder();
    for (int day = 3; day <= 30; day++) {
      for (String time : new String[] {"08:30:00", "09:00:00", "17:00:00"}) {
        letItBe("2031-06-%02dT%s".formatted(day, time));
        tell();
        for (MailSink.Received letter : SINK.receivedBy(FIRST)) {
          assertThat(plain(letter)).contains("A request is due soon", number(request));
          days.append(day).append(' ').append(time).append('\n');
        }
        SINK.reset();
      }
    }
    assertThat(days.toString())
        .isEqualTo(
            "12 09:00:00\n20 09:00:00\n23 09:00:00\n"); // the eighth of fifteen, and the ends
  }

  @Test
  void a_reminder_that_falls_on_days_off_comes_on_the_next_working_day() {
    letItBe("2031-06-07T12:00:00"); // fifteen calendar days: half of them on Sunday, 15 June
    String request = received("CESSATION", "");
    tell();
    SINK.reset();
    letItBe("2031-06-15T12:00:00");
    tell();
    assertThat(SINK.receivedBy(FIRST)).isEmpty();
    letItBe("2031-06-16T12:00:00");
    tell();
    assertThat(plain(only(FIRST))).contains(number(request), "due 23.06.2031");
  }

  @Test
  void what_is_overdue_is_told_once() {
    letItBe("2031-06-09T12:00:00");
    String request = received("DESTRUCTION", "");
    tell();
    SINK.reset();
    letItBe("2031-06-11T00:00:00");
    run("request-terms");
    run("request-terms");
    tell();
    tell();
    assertThat(only(FIRST).header("Subject")).isEqualTo("A request is overdue");
    assertThat(plain(only(FIRST))).contains(number(request), "due 10.06.2031");
  }

  @Test
  void what_was_answered_meanwhile_is_not_told() {
    letItBe("2031-06-09T12:00:00");
    String request = received("QUESTION", "");
    LedgerClient.requireSuccess(
        ledger.post("/api/v1/requests/" + request + "/answer", "{\"text\":\"Иә\"}"));
    tell();
    letItBe("2031-06-10T09:00:00");
    tell();
    assertThat(SINK.received()).isEmpty();
    assertThat(left()).isZero();
  }

  @Test
  void a_disposal_that_needs_a_second_person_is_told_and_one_that_needs_none_is_not() {
    ledger.determine("reviewed", "{\"disposalApproval\":\"OFFICER\"}");
    String waits = ledger.register("reviewed", someAddress());
    String goes = ledger.register(purpose, someAddress());
    tell();
    SINK.reset();
    Answer asked = ledger.command(waits, "destruction", "{\"ground\":\"REQUEST\"}");
    LedgerClient.requireSuccess(ledger.command(goes, "destruction", "{\"ground\":\"REQUEST\"}"));
    tell();

    String disposal = asked.json().get("disposalId").asString();
    assertThat(plain(only(SECOND)))
        .contains("Уничтожение данных ждёт второго лица")
        .contains(ADDRESS + "/console/disposals/" + disposal)
        .doesNotContain(waits);
    assertThat(SINK.receivedBy(FIRST)).hasSize(1);
  }

  @Test
  void a_breach_is_told_when_it_is_found_on_the_last_day_and_when_it_is_late() {
    letItBe("2031-06-12T12:00:00"); // a Thursday
    String breach =
        LedgerClient.requireSuccess(
                ledger.post("/api/v1/breaches", "{\"description\":\"Көшірме жоғалды\"}"))
            .json()
            .get("breachId")
            .asString();
    tell();
    assertThat(only(FIRST).header("Subject"))
        .isEqualTo("A breach was found: tell the authorised body");
    assertThat(plain(only(FIRST)))
        .contains("due 13.06.2031", ADDRESS + "/console/breaches/" + breach)
        .doesNotContain("Көшірме");
    SINK.reset();

    letItBe("2031-06-13T08:59:00");
    tell();
    assertThat(SINK.receivedBy(FIRST)).isEmpty();
    letItBe("2031-06-13T09:00:00");
    tell();
    assertThat(only(FIRST).header("Subject"))
        .isEqualTo("Last day to tell the authorised body of a breach");
    SINK.reset();

    letItBe("2031-06-14T00:00:00");
    run("breach-terms");
    tell();
    assertThat(only(FIRST).header("Subject"))
        .isEqualTo("The authorised body was not told of a breach in time");
    SINK.reset();

    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/breaches/" + breach + "/authority-notice",
            "{\"reference\":\"№ 1\",\"text\":\"Хабарлама\"}"));
    letItBe("2031-06-16T09:00:00");
    tell();
    assertThat(SINK.receivedBy(FIRST)).as("told: nothing waits").isEmpty();
  }

  private long left() {
    return database.sql("select count(*) from officer_notice").query(Long.class).single();
  }
}
