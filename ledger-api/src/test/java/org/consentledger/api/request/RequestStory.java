package org.consentledger.api.request;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MovableClock;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What tests of requests begin with: a ledger whose time the test moves, and who asks. */
@Import(MovableClock.Time.class)
@TestPropertySource(properties = "ledger.jobs=false")
public abstract class RequestStory extends RunningLedger {

  static final String EVIDENCE = "{\"evidence\":\"Жеке куәлік № 012345678\"}";

  @Autowired protected MovableClock clock;
  @Autowired RequestTermsJob job;

  protected LedgerClient ledger;

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
  }

  String consented() {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    return subject;
  }

  /** Enters a request; what is said of it besides begins with a comma. */
  Answer receive(String type, String more) {
    return ledger.post(
        "/api/v1/requests",
        """
        {"type":"%s","channel":"EMAIL","language":"kk","text":"Менің деректерім туралы"%s}
        """
            .formatted(type, more));
  }

  String received(String type, String subject) {
    return id(receive(type, ",\"subjectId\":\"" + subject + "\""));
  }

  /** Received, and it was verified who asks. */
  String verified(String type, String subject) {
    String request = received(type, subject);
    LedgerClient.requireSuccess(send(request, "identity-verification", EVIDENCE));
    return request;
  }

  static String id(Answer answer) {
    return LedgerClient.requireSuccess(answer).json().get("requestId").asString();
  }

  Answer send(String request, String command, String body) {
    return ledger.post("/api/v1/requests/" + request + "/" + command, body);
  }

  Answer answer(String request, String effect) {
    return send(request, "answer", "{\"text\":\"Орындалды\",\"effects\":[" + effect + "]}");
  }

  Answer read(String request) {
    return LedgerClient.requireSuccess(ledger.get("/api/v1/requests/" + request));
  }

  String state(String request) {
    return read(request).json().get("state").asString();
  }

  /** Lets it be a moment on the clocks of Kazakhstan; time may also run back. */
  protected void letItBe(String local) {
    clock.move(
        Duration.between(
            clock.instant(), LocalDateTime.parse(local).atZone(Kazakhstan.ZONE).toInstant()));
  }
}
