package org.consentledger.api.mail.acknowledgement;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consentledger.api.mail.letter.Letter;
import org.springframework.mail.javamail.MimeMessageHelper;

/** An answer that a program gives by itself, marked as one (RFC 3834). */
final class AcknowledgementLetter {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,250}>");
  private static final int MOST_REFERENCES = 20;

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
    if (letter.messageId() != null) {
      message.setHeader("In-Reply-To", letter.messageId());
      message.setHeader("References", references(letter, letter.messageId()));
    }
  }

  private static String references(Letter letter, String messageId) {
    List<String> earlier =
        letter.headers().first("References").stream()
            .flatMap(value -> MESSAGE_ID.matcher(value).results())
            .map(MatchResult::group)
            .toList();
    Set<String> all =
        new LinkedHashSet<>(
            earlier.subList(Math.max(0, earlier.size() - MOST_REFERENCES), earlier.size()));
    all.add(messageId);
    return String.join("\r\n ", all);
  }
}
