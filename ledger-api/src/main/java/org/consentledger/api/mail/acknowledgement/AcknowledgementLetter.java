package org.consentledger.api.mail.acknowledgement;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.mail.letter.Letter;
import org.springframework.mail.javamail.MimeMessageHelper;

/** An answer that a program gives by itself, marked as one (RFC 3834). */
final class AcknowledgementLetter {

  private AcknowledgementLetter() {}

  /**
   * Writes it.
   *
   * @param letterId the letter that it answers; the answer has one Message-ID, always the same
   * @param to whoever wrote that, and nobody else: not even who the letter says is to be answered
   */
  static void write(
      MimeMessage message,
      UUID letterId,
      String from,
      String to,
      Letter letter,
      AcknowledgementText.Words words)
      throws MessagingException {
    MimeMessageHelper parts = new MimeMessageHelper(message, false, "UTF-8");
    parts.setFrom(from);
    parts.setTo(to);
    parts.setSubject(words.subject());
    parts.setText(words.text());
    message.setHeader(
        "Message-ID", "<" + letterId + ".received@" + from.substring(from.indexOf('@') + 1) + ">");
    message.setHeader("Auto-Submitted", "auto-replied");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.setHeader(LoopMark.FIELD, LoopMark.TEXT);
    for (Map.Entry<String, String> field : letter.answerFields().entrySet()) {
      message.setHeader(field.getKey(), field.getValue());
    }
  }
}
