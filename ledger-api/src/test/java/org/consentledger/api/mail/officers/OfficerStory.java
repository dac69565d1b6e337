package org.consentledger.api.mail.officers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.MailStory;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.consentledger.api.testing.MovableClock;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A ledger that tells three officers, when the test says so, at the time that the test says. */
@Import(MovableClock.Time.class)
@TestPropertySource(
    properties = {
      "ledger.jobs=false",
      "ledger.mail.notices.to.first.address=first@operator.kz",
      "ledger.mail.notices.to.first.language=en",
      "ledger.mail.notices.to.daily.address=daily@operator.kz",
      "ledger.mail.notices.to.daily.language=kk",
      "ledger.mail.notices.to.daily.daily=REQUEST_RECEIVED,REQUEST_OVERDUE",
      "ledger.mail.notices.to.second.address=second@operator.kz",
      "ledger.mail.notices.to.second.kinds=DISPOSAL_TO_APPROVE"
    })
abstract class OfficerStory extends MailStory {

  static final String FIRST = "first@operator.kz";
  static final String DAILY = "daily@operator.kz";
  static final String SECOND = "second@operator.kz";

  @Autowired private List<Job> jobs;
  @Autowired private MovableClock clock;
  @Autowired JdbcClient database;

  private final List<String> received = new ArrayList<>();

  /** Nothing is left of an earlier test; it is the beginning of a month without holidays. */
  @BeforeEach
  void forget() {
    letItBe("2031-06-02T08:00:00");
    tell();
    database.sql("delete from officer_notice").update();
    database.sql("update officer_notice_progress set reminded_on = '2031-06-01'").update();
    SINK.reset();
  }

  @AfterEach
  void answerWhatIsOpen() {
    for (String request : received) {
      Answer read = ledger.get("/api/v1/requests/" + request);
      if (!read.json().has("end")) {
        LedgerClient.requireSuccess(
            ledger.post(
                "/api/v1/requests/" + request + "/refusal",
                "{\"reason\":\"UNFOUNDED\",\"text\":\"Жоқ\"}"));
      }
    }
  }

  void run(String job) {
    jobs.stream().filter(it -> it.name().equals(job)).findFirst().orElseThrow().run();
  }

  /** The ledger tells what its history holds by now. */
  void tell() {
    LedgerClient.requireSuccess(ledger.get("/api/v1/events?limit=1")); // waits for the history
    run("officer-notices");
  }

  /** Lets it be a moment on the clocks of Kazakhstan. */
  void letItBe(String local) {
    clock.move(
        Duration.between(
            clock.instant(), LocalDateTime.parse(local).atZone(Kazakhstan.ZONE).toInstant()));
  }

  /** A request that came just now. */
  String received(String type, String more) {
    String request =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/requests",
                    """
                    {"type":"%s","channel":"LETTER","language":"kk","text":"Менің атым Әсел Қуанышқызы"%s}
                    """
                        .formatted(type, more)))
            .json()
            .get("requestId")
            .asString();
    received.add(request);
    return request;
  }

  String number(String request) {
    return ledger.get("/api/v1/requests/" + request).json().get("number").asString();
  }

  static String plain(MailSink.Received letter) {
    return part(letter, 0);
  }

  static String html(MailSink.Received letter) {
    return part(letter, 1);
  }

  private static String part(MailSink.Received letter, int part) {
    try {
      return parts(letter).getBodyPart(part).getContent().toString().replace("\r\n", "\n");
    } catch (IOException | MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  static MailSink.Received only(String officer) {
    assertThat(SINK.receivedBy(officer)).hasSize(1);
    return SINK.receivedBy(officer).getFirst();
  }
}
