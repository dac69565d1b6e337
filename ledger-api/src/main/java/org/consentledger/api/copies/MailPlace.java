package org.consentledger.api.copies;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.merkle.Hash;
import org.consentledger.core.log.merkle.Hasher;
import org.consentledger.core.log.note.Checkpoint;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * An auditor's mailbox. It gets a checkpoint once in each period even where nothing is new, so that
 * one that does not come is missed.
 */
final class MailPlace implements Place {

  private final JavaMailSender sender;
  private final String from;
  private final List<String> to;
  private final Duration every;

  MailPlace(JavaMailSender sender, String from, List<String> to, Duration every) {
    this.sender = sender;
    this.from = from;
    this.to = List.copyOf(to);
    this.every = every;
  }

  @Override
  public Id id() {
    return new Id(Kind.MAIL, String.join(", ", to));
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public boolean lacks(VouchedCheckpoint newest, CopyState state) {
    return true;
  }

  @Override
  public Outcome deliver(VouchedCheckpoint newest, CopyState state) {
    try {
      sender.send(message(newest, state));
      return Outcome.Delivered.of(newest);
    } catch (MailException | MessagingException failure) {
      return new Outcome.Failed(
          Failure.UNREACHABLE, "mail is not sent (" + failure.getClass().getSimpleName() + ")");
    }
  }

  private MimeMessage message(VouchedCheckpoint newest, CopyState state) throws MessagingException {
    Checkpoint checkpoint = Checkpoint.parse(newest.signed().note().text());
    String note = newest.note().format();
    String file = "checkpoint-" + newest.size() + ".txt";
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
    parts.setFrom(from);
    parts.setTo(to.toArray(String[]::new));
    parts.setSubject("Checkpoint of " + checkpoint.origin() + " at " + newest.size() + " entries");
    parts.setText(text(checkpoint, newest.signed().signedAt(), file, note));
    parts.addAttachment(
        file,
        new ByteArrayResource(note.getBytes(StandardCharsets.UTF_8)),
        "application/octet-stream");
    message.setHeader("Message-ID", messageId(checkpoint.origin(), state));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The same for all that is sent in one period, so that what a crash sends twice is seen once. */
  private String messageId(String origin, CopyState state) {
    Instant last = state.deliveredAt();
    String period = origin + " " + id() + " " + (last == null ? state.since() : last);
    Hash hash = new Hasher().leaf(period.getBytes(StandardCharsets.UTF_8));
    return "<" + hash + "@checkpoints.consent-ledger>";
  }

  private static String text(Checkpoint checkpoint, Instant signedAt, String file, String note) {
    return """
    This is a checkpoint of the consent ledger %s: the fingerprint of its whole history,
    %d entries, as it was signed at %s.

    Keep this message where nobody who runs the ledger can change it; today nothing else is to
    be done. When you audit the ledger, ask for an export and check it against the attached
    file:

        ledger verify EXPORT --checkpoint %s

    It says whether the history that you were given still begins with the one that was signed
    here. If a message like this one does not come when it should, or speaks of fewer entries
    than one before it, ask why.

    %s\
    """
        .formatted(checkpoint.origin(), checkpoint.size(), signedAt, file, note);
  }
}
