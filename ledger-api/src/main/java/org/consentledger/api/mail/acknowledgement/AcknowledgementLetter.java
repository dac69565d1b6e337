package org.consentledger.api.mail.acknowledgement;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.consentledger.api.mail.letter.Letter;
import org.springframework.mail.javamail.MimeMessageHelper;

/** An answer that a program gives by itself, marked as one (RFC 3834). */
final class AcknowledgementLetter {

  private AcknowledgementLetter() {}

  /**
   * Writes it.
   *
   * @param to whoever wrote the letter, and nobody else: not even who it says is to be answered
   */
  static void write(
      MimeMessage message,
      String from,
      String to,
      Letter letter,
      AcknowledgementText.Words words,
      Instant sentAt)
      throws MessagingException {
    MimeMessageHelper parts = new MimeMessageHelper(message, false, "UTF-8");
    parts.setFrom(from);
    parts.setTo(to);
    parts.setSubject(words.subject());
    parts.setText(words.text());
    parts.setSentDate(Date.from(sentAt));
    message.setHeader("Auto-Submitted", "auto-replied");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader(LoopMark.FIELD, LoopMark.TEXT);
    for (Map.Entry<String, String> field : letter.answerFields().entrySet()) {
      message.setHeader(field.getKey(), field.getValue());
    }
    message.saveChanges();
  }
}
