package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.MailSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program dies while it sends a mailing. */
class MailingCrashTest {

  private static final int PEOPLE = 400;

  /** How often is looked: where the program has to die in time, and where it only has to end. */
  private static final Duration AT_ONCE = Duration.ofMillis(2);

  private static final Duration NOW_AND_THEN = Duration.ofMillis(100);
  private static final int CONNECTIONS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void a_crash_in_the_midst_of_a_mailing_sends_no_letter_twice_and_tells_of_those_in_doubt()
      throws Exception {
    Path data = folder.resolve("data");
    try (MailSink sink = new MailSink()) {
      try (LedgerProcess first = start(data, sink)) {
        LedgerClient ledger = first.client();
        prepare(ledger);
        eventually(() -> sink.received().size() > 40, AT_ONCE);
        first.killProgram();
      }
      int before = sink.received().size();
      assertThat(before).isLessThan(PEOPLE - CONNECTIONS);
      try (LedgerProcess second = start(data, sink)) {
        LedgerClient ledger = second.client();
        eventually(() -> mailing(ledger).get("state").asString().equals("COMPLETED"), NOW_AND_THEN);

        List<String> recipients =
            sink.received().stream().map(MailSink.Received::recipient).toList();
        assertThat(recipients).doesNotHaveDuplicates();
        JsonNode progress = mailing(ledger).get("progress");
        List<JsonNode> unknown = ledger.get("/api/v1/mailings/spring/letters").items();
        assertThat(progress.get("unknown").asInt())
            .isEqualTo(unknown.size())
            .isLessThanOrEqualTo(CONNECTIONS);
        assertThat(progress.get("sent").asInt() + unknown.size()).isEqualTo(PEOPLE);
        assertThat(recipients.size())
            .isBetween(progress.get("sent").asInt(), PEOPLE)
            .isGreaterThan(before);
        Set<String> ids = new HashSet<>();
        sink.received().forEach(letter -> ids.add(letter.header("Message-ID")));
        assertThat(ids).hasSize(recipients.size());
        assertThat(acts(ledger)).hasSize(PEOPLE).doesNotHaveDuplicates();
      }
    }
  }

  private static LedgerProcess start(Path data, MailSink sink) throws Exception {
    return LedgerProcess.start(
        data,
        "--spring.mail.host=127.0.0.1",
        "--spring.mail.port=" + sink.port(),
        "--ledger.public-address=https://ledger.test",
        "--ledger.mail.out.from=news@operator.kz",
        "--ledger.mail.out.rate=1000",
        "--ledger.mail.out.connections=" + CONNECTIONS);
  }

  private static void prepare(LedgerClient ledger) {
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    LedgerClient.requireSuccess(
        ledger.put("/api/v1/operator", "{\"name\":\"Operator\",\"bin\":\"990140001234\"}"));
    for (int i = 0; i < PEOPLE; i++) {
      String subject = ledger.register("letters", "n" + i + "@many.example.kz");
      LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    }
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/mailings/spring",
            "{\"purposeId\":\"letters\",\"texts\":{\"kk\":{\"subject\":\"Көктем\",\"markdown\":\"Сәлем\"}}}"));
    LedgerClient.requireSuccess(ledger.post("/api/v1/mailings/spring/start", "{}"));
  }

  private static JsonNode mailing(LedgerClient ledger) {
    return ledger.get("/api/v1/mailings/spring").json();
  }

  private static List<String> acts(LedgerClient ledger) {
    return ledger
        .get("/api/v1/events?type=processing.recorded", "application/x-ndjson")
        .text()
        .lines()
        .map(JSON::readTree)
        .map(event -> event.at("/data/subjectId").asString())
        .toList();
  }

  private static void eventually(BooleanSupplier condition, Duration betweenLooks) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("it takes too long").isBefore(deadline);
      LockSupport.parkNanos(betweenLooks.toNanos());
    }
  }
}
