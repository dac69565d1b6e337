package org.consentledger.api.letter;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a letter carries besides its text.
 *
 * @param from the sender's address
 * @param name the sender's name
 * @param to whom it goes to
 * @param returnTo where reports of failure go; to the sender where it is not said
 * @param headers more headers
 */
public record Envelope(
    InternetAddress from,
    String name,
    InternetAddress to,
    @Nullable String returnTo,
    Map<String, String> headers) {

  /** Copies the headers. */
  public Envelope {
    headers = Map.copyOf(headers);
  }

  /**
   * Puts a text into a letter, addresses it, and closes it.
   *
   * @param sentAt the moment that it names as that of its sending
   */
  public void close(Letter letter, LetterText text, Language language, Instant sentAt)
      throws MessagingException {
    String utf8 = StandardCharsets.UTF_8.name();
    try {
      letter.setFrom(new InternetAddress(from.getAddress(), name, utf8));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("Every JDK has UTF-8.", impossible);
    }
    letter.setRecipient(Message.RecipientType.TO, to);
    letter.setEnvelopeFrom(returnTo == null ? from.getAddress() : returnTo);
    letter.setSubject(text.subject(), utf8);
    letter.setSentDate(Date.from(sentAt));
    letter.setContentLanguage(new String[] {language.code()});
    letter.setHeader("Auto-Submitted", "auto-generated");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      letter.setHeader(header.getKey(), header.getValue());
    }
    letter.setContent(alternatives(text, utf8));
    letter.saveChanges();
  }

  /** The richer form comes last (RFC 2046, 5.1.4). */
  private static MimeMultipart alternatives(LetterText text, String charset)
      throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.plain(), charset);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), charset, "html");
    return new MimeMultipart("alternative", plain, html);
  }
}
