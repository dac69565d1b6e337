package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.BreakingConnection;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The program dies while it reads mail. */
class MailCrashTest {

  private static final int[] COMMANDS = {5, 9, 12, 16};
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final List<String> subjects = new ArrayList<>();

  @Test
  void promise_4_a_program_that_is_killed_between_reading_and_filing_takes_each_letter_in_once()
      throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    mail.start();
    GreenMailUser mailbox = mail.setUser("privacy@operator.example.kz", "privacy", "secret");
    Path data = folder.resolve("data");
    try (BreakingConnection connection = BreakingConnection.to(mail.getImap().getPort())) {
      try (LedgerProcess first = LedgerProcess.start(data)) {
        first.client().publishPolicy("1.0", "");
        first.client().definePurpose("letters", "1.0");
        for (int i = 0; i <= 3 * COMMANDS.length; i++) {
          subjects.add(consented(first.client(), "n" + i + "@example.kz"));
        }
      }
      for (int round = 0; round < COMMANDS.length; round++) {
        for (int i = 3 * round; i < 3 * round + 3; i++) {
          mailbox.deliver(withdrawal("n" + i + "@example.kz"));
        }
        killAtCommand(COMMANDS[round], round % 2 == 1, connection, data);
      }
      mailbox.deliver(withdrawal("n" + 3 * COMMANDS.length + "@example.kz"));
      try (LedgerProcess last = LedgerProcess.start(data, settings(connection))) {
        waitUntilWithdrawn(last.client(), subjects.getLast());
        for (String subject : subjects) {
          assertThat(last.client().get("/api/v1/requests?subjectId=" + subject).items()).hasSize(1);
          assertThat(last.client().decide(subject, "letters", "USE").reasons())
              .containsExactly("CONSENT_WITHDRAWN");
          assertThat(last.client().get("/api/v1/subjects/" + subject + "/history").text())
              .containsOnlyOnce("\"consent.withdrawn\"");
        }
      }
    } finally {
      mail.stop();
    }
  }

  private static void killAtCommand(
      int command, boolean afterwards, BreakingConnection connection, Path data) throws Exception {
    CountDownLatch killed = new CountDownLatch(1);
    List<LedgerProcess> running = new ArrayList<>();
    CountDownLatch started = new CountDownLatch(1);
    connection.andThen(
        () -> {
          try {
            started.await();
          } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
          }
          running.getFirst().killProgram();
          killed.countDown();
        });
    connection.breakAt(command, afterwards);
    try (LedgerProcess program = LedgerProcess.start(data, settings(connection))) {
      running.add(program);
      started.countDown();
      assertThat(killed.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    connection.andThen(() -> {});
  }

  private static String[] settings(BreakingConnection connection) {
    String mailbox = "--ledger.mail.in.privacy.";
    return new String[] {
      mailbox + "host=127.0.0.1",
      mailbox + "port=" + connection.port(),
      mailbox + "tls=NONE",
      mailbox + "user=privacy",
      mailbox + "password=secret",
      mailbox + "address=privacy@operator.example.kz",
      mailbox + "authentication-server=mx.operator.example.kz",
      mailbox + "every=PT1S"
    };
  }

  private static String consented(LedgerClient ledger, String address) {
    String subject = ledger.register("letters", address);
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    return subject;
  }

  private static MimeMessage withdrawal(String from) throws Exception {
    String letter =
        """
        Authentication-Results: mx.operator.example.kz; dmarc=pass header.from=example.kz
        Message-ID: <%s>
        From: %s
        Subject: Withdrawal of consent to the processing of personal data

        text
        """
            .formatted(from, from);
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)));
  }

  private static void waitUntilWithdrawn(LedgerClient ledger, String subject) {
    Instant deadline = Instant.now().plus(LONGEST_WAIT);
    while (!ledger.decide(subject, "letters", "USE").decision().equals("DENY")) {
      assertThat(Instant.now()).as("the letters are taken in").isBefore(deadline);
      LockSupport.parkNanos(200_000_000);
    }
  }
}
