package org.consentledger.api.mail.intake;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.mail.letter.Letters;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.BreakingConnection;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What tests of incoming mail begin with: a mail server, a mailbox, and a ledger that looks in. */
@TestPropertySource(
    properties = {
      "ledger.jobs=false",
      "ledger.mail.in.privacy.host=127.0.0.1",
      "ledger.mail.in.privacy.tls=NONE",
      "ledger.mail.in.privacy.user=privacy@operator.example.kz",
      "ledger.mail.in.privacy.password=secret",
      "ledger.mail.in.privacy.authentication-server=mx.operator.example.kz",
      "ledger.mail.in.privacy.timeout=5s",
      "ledger.mail.own-addresses=news@operator.example.kz",
      "ledger.mail.acknowledgements.most-a-day=3",
      "ledger.mail.notices.to.officer.address=officer@operator.example.kz",
      "ledger.mail.notices.to.officer.language=en",
      "ledger.mail.out.from=ledger@operator.example.kz",
      "ledger.mail.out.bounce-address=privacy@operator.example.kz",
      "ledger.public-address=https://ledger.test",
      "spring.mail.host=127.0.0.1"
    })
abstract class MailStory extends RunningLedger {

  static final GreenMail MAIL = server();

  /** Between the ledger and the server that it reads from. */
  static final BreakingConnection READING = BreakingConnection.to(MAIL.getImap().getPort());

  /** Between the ledger and the server that it sends by. */
  static final BreakingConnection SENDING = BreakingConnection.to(MAIL.getSmtp().getPort());

  private static GreenMail server() {
    GreenMail mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    mail.setUser("privacy@operator.example.kz", "privacy@operator.example.kz", "secret");
    return mail;
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry properties) {
    properties.add("ledger.mail.in.privacy.port", READING::port);
    properties.add("spring.mail.port", SENDING::port);
  }

  @Autowired private List<Job> jobs;

  LedgerClient ledger;

  /** Each class has a ledger of its own, to which the letters of another mean nothing. */
  @BeforeAll
  static void empty() throws FolderException {
    MAIL.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void mend() {
    READING.breakAt(BreakingConnection.NEVER, false);
    SENDING.breakAt(BreakingConnection.NEVER, false);
    SENDING.answerNothing();
  }

  @BeforeEach
  void publish() {
    ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    ledger.definePurpose("offers", "1.0");
  }

  Job job(String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
  }

  /** The ledger looks into the mailbox. */
  void look() {
    job("mail-in/privacy").run();
  }

  /** The ledger sends what it has to acknowledge. */
  void acknowledge() {
    job("acknowledgements").run();
  }

  /** The ledger tells the officer what waits. */
  void tellOfficers() {
    items("/api/v1/events?limit=1"); // waits for the history
    job("officer-notices").run();
  }

  static GreenMailUser mailbox() {
    return MAIL.getUserManager().getUser("privacy@operator.example.kz");
  }

  /** An address that nobody has had yet. */
  static String newAddress() {
    return LedgerClient.unusedCode() + "@example.kz";
  }

  /** Somebody who consented to both purposes. */
  String consented(String address) {
    String subject = ledger.register("letters", address);
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "letters", "1.0", ""));
    LedgerClient.requireSuccess(ledger.giveConsent(subject, "offers", "1.0", ""));
    return subject;
  }

  /** One of the letters that real programs wrote, but from this address. */
  static void deliver(String letter, String was, String address) {
    String text = new String(Letters.bytes(letter), StandardCharsets.ISO_8859_1);
    deliver(unique(text.replace(was, address)));
  }

  /** Each test's letters are letters of their own. */
  private static String unique(String text) {
    return text.replaceFirst(
        "(?i)\r\nMessage-ID: <", "\r\nMessage-ID: <" + UUID.randomUUID() + ".");
  }

  static void deliver(String text) {
    mailbox().deliver(message(text));
  }

  static MimeMessage message(String text) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (MessagingException failure) {
      throw new AssertionError(failure);
    }
  }

  /** A plain letter, in ASCII. */
  static String letter(String from, String subject, String text, String... headers) {
    List<String> lines = new ArrayList<>(List.of(headers));
    lines.addAll(
        List.of(
            "Message-ID: <" + UUID.randomUUID() + "@example.kz>",
            "From: " + from,
            "To: privacy@operator.example.kz",
            "Subject: " + subject,
            "Date: Mon, 5 Oct 2026 10:15:00 +0500",
            "",
            text));
    return String.join("\r\n", lines);
  }

  static String proven(String address) {
    return "Authentication-Results: mx.operator.example.kz; dmarc=pass header.from="
        + address.substring(address.indexOf('@') + 1);
  }

  String decision(String subject, String purpose) {
    Answer answer = ledger.decide(subject, purpose, "USE", ",\"categories\":[\"EMAIL\"]");
    return answer.decision() + " " + String.join(",", answer.reasons());
  }

  /** The requests of somebody, the oldest first. */
  List<JsonNode> requests(String subject) {
    return items("/api/v1/requests?subjectId=" + subject);
  }

  List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    LedgerClient.requireSuccess(ledger.get(path)).json().get("items").forEach(items::add);
    return items;
  }

  /** All letters that were taken in. */
  List<JsonNode> letters() {
    return items("/api/v1/letters?limit=1000");
  }

  JsonNode newest() {
    return letters().getLast();
  }

  /** What was sent to an address. */
  static List<MimeMessage> sentTo(String address) {
    List<MimeMessage> sent = new ArrayList<>();
    for (MimeMessage message : MAIL.getReceivedMessages()) {
      if (recipients(message).equals(address)) {
        sent.add(message);
      }
    }
    return sent;
  }

  private static String recipients(MimeMessage message) {
    try {
      return message.getAllRecipients() == null ? "" : message.getAllRecipients()[0].toString();
    } catch (MessagingException failure) {
      throw new AssertionError(failure);
    }
  }
}
