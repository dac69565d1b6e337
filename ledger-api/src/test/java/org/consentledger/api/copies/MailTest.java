package org.consentledger.api.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.api.copies.CopiesUnderTest.auditor;
import static org.consentledger.api.copies.CopiesUnderTest.eventually;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.consentledger.core.log.note.Checkpoint;
import org.consentledger.core.log.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  private CopiesUnderTest ledger;
  private GreenMail server;

  @BeforeEach
  void prepare() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    ledger = new CopiesUnderTest(folder);
    ledger.mail = sender;
  }

  @AfterEach
  void close() {
    ledger.close();
    server.stop();
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException failure) {
      throw new AssertionError(failure);
    }
  }

  private int received() {
    return server.getReceivedMessages().length;
  }

  @Test
  void the_auditor_gets_the_checkpoint_to_read_and_to_keep() throws Exception {
    CopiesUnderTest.Node node = ledger.start(auditor("auditor@example.kz", "second@example.kz"));
    eventually(() -> received() == 2);
    ledger.grow(node, 5);
    ledger.clock.move(DAY);
    eventually(() -> received() == 4);

    MimeMessage message = server.getReceivedMessages()[3];
    assertThat(message.getSubject()).isEqualTo("Checkpoint of ledger.example/log at 6 entries");
    assertThat(message.getFrom()[0]).hasToString("ledger@example.kz");
    assertThat(message.getAllRecipients()).hasSize(2);
    MimeMultipart parts = (MimeMultipart) message.getContent();
    MimeMultipart readable = (MimeMultipart) parts.getBodyPart(0).getContent();
    String text = readable.getBodyPart(0).getContent().toString().replace("\r\n", "\n");
    BodyPart attachment = parts.getBodyPart(1);
    byte[] kept = attachment.getInputStream().readAllBytes();
    SignedNote note = SignedNote.parse(kept);
    assertThat(Checkpoint.open(note, ledger.log.keys()).size()).isEqualTo(6);
    assertThat(text)
        .contains(new String(kept, StandardCharsets.UTF_8).strip())
        .contains("Keep this message")
        .contains("ledger verify EXPORT --checkpoint " + attachment.getFileName());
  }

  @Test
  void it_is_sent_once_in_a_period_over_restarts_and_several_nodes() throws Exception {
    CopiesUnderTest.Node first = ledger.start(auditor("auditor@example.kz"));
    eventually(() -> received() == 1);
    CopiesUnderTest.Node second = ledger.start(auditor("auditor@example.kz"));
    ledger.grow(first, 2);
    first.close();
    ledger.clock.move(DAY.minusSeconds(60));
    CopiesUnderTest.Node third = ledger.start(auditor("auditor@example.kz"));
    ledger.grow(third, 2);
    assertThat(received()).isEqualTo(1);

    ledger.clock.move(Duration.ofSeconds(60));
    eventually(() -> received() == 2);
    second.close();
    third.close();
    ledger.start(auditor("auditor@example.kz"));
    ledger.clock.move(DAY);
    eventually(() -> received() == 3);
    assertThat(Stream.of(server.getReceivedMessages()).map(MailTest::id)).doesNotHaveDuplicates();
  }

  @Test
  void what_could_not_be_sent_is_sent_when_the_server_is_back() {
    int port = server.getSmtp().getPort();
    server.stop();
    CopiesUnderTest.Node node = ledger.start(auditor("auditor@example.kz"));
    eventually(() -> ledger.failure(node, 0).equals("UNREACHABLE"));
    assertThat(node.isUp()).isTrue();
    ledger.clock.move(DAY.multipliedBy(3).plusMinutes(1));
    assertThat(node.isUp()).isFalse();

    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    ledger.clock.move(Duration.ofMinutes(6));
    eventually(() -> received() == 1);
    eventually(node::isUp);
  }
}
