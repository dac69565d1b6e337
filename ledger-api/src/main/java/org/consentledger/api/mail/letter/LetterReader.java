package org.consentledger.api.mail.letter;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.consentledger.core.personaldata.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a letter out of its bytes (RFC 5322, MIME), as forgiving as mail programs are with each
 * other. What is cut off at its end is read as far as it goes.
 */
public final class LetterReader {

  private static final int LONGEST_SUBJECT = 2000;
  private static final Session SESSION = Session.getInstance(new Properties());

  private LetterReader() {}

  /**
   * Reads a letter.
   *
   * @param bytes as it was delivered
   * @throws LetterUnreadable where nothing can be made of it
   */
  public static Letter read(byte[] bytes) throws LetterUnreadable {
    if (bytes.length == 0) {
      throw new LetterUnreadable(LetterUnreadable.Fault.EMPTY);
    }
    try {
      return read(new MimeMessage(SESSION, new ByteArrayInputStream(bytes)));
    } catch (MessagingException
        | IllegalArgumentException
        | IndexOutOfBoundsException malformed) { // The last of a header that goes on from nothing.
      throw new LetterUnreadable(LetterUnreadable.Fault.MALFORMED);
    }
  }

  private static Letter read(MimeMessage message) throws MessagingException, LetterUnreadable {
    LetterHeaders headers = headers(message);
    List<String> from = headers.all("From").stream().flatMap(it -> addresses(it).stream()).toList();
    if (from.isEmpty()) {
      throw new LetterUnreadable(LetterUnreadable.Fault.NO_SENDER);
    }
    LetterParts parts = LetterParts.of(message);
    return new Letter(
        headers,
        from,
        subject(headers),
        OwnText.of(parts.text()),
        parts.attachments(),
        messageId(headers),
        report(headers));
  }

  private static String subject(LetterHeaders headers) {
    String subject = headers.first("Subject").map(EncodedWords::decode).orElse("");
    return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
  }

  private static LetterHeaders headers(MimeMessage message) throws MessagingException {
    List<LetterHeaders.Field> fields = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      String value = header.getValue() == null ? "" : header.getValue();
      fields.add(new LetterHeaders.Field(header.getName(), MimeUtility.unfold(value).strip()));
    }
    return new LetterHeaders(fields);
  }

  /** The addresses of an address field; none where it is written like no address. */
  static List<String> addresses(String field) {
    try {
      return List.of(InternetAddress.parseHeader(GuessedText.guess(field), false)).stream()
          .map(InternetAddress::getAddress)
          .flatMap(address -> IdentifierKind.EMAIL.normalise(address).stream())
          .toList();
    } catch (AddressException malformed) {
      return List.of();
    }
  }

  private static @Nullable String messageId(LetterHeaders headers) {
    return headers
        .first("Message-ID")
        .filter(id -> id.matches("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,500}>"))
        .orElse(null);
  }

  private static Optional<String> report(LetterHeaders headers) {
    return headers
        .first("Content-Type")
        .flatMap(LetterReader::contentType)
        .filter(type -> type.match("multipart/report"))
        .map(type -> Optional.ofNullable(type.getParameter("report-type")).orElse(""))
        .map(type -> type.toLowerCase(Locale.ROOT));
  }

  private static Optional<ContentType> contentType(String value) {
    try {
      return Optional.of(new ContentType(value));
    } catch (MessagingException malformed) {
      return Optional.empty();
    }
  }
}
