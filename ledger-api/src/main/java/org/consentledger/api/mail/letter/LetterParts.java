package org.consentledger.api.mail.letter;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a letter apart into its text and its attachments. Of alternatives the plain text counts if
 * there is one. What cannot be decoded is kept as an attachment, as it came; the letter is not lost
 * for it.
 */
final class LetterParts {

  private static final int MOST_PARTS = 1000;
  private static final int DEEPEST = 30;
  private static final int LONGEST_TEXT = 200_000;

  private final List<Attachment> attachments = new ArrayList<>();
  private int parts;
  private String text = "";

  private LetterParts() {}

  static LetterParts of(MimeMessage message) throws LetterUnreadable {
    LetterParts parts = new LetterParts();
    parts.text = parts.read(message, 0).text();
    return parts;
  }

  String text() {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  List<Attachment> attachments() {
    return attachments;
  }

  /** Text, and whether it was written as plain text. */
  private record Read(String text, boolean plain) {

    static final Read NOTHING = new Read("", false);
  }

  private Read read(MimePart part, int depth) throws LetterUnreadable {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      throw new LetterUnreadable(LetterUnreadable.Fault.TOO_MANY_PARTS);
    }
    ContentType type = type(part);
    try {
      if (type.match("multipart/*")) {
        return multipart(part, type, depth);
      }
      if (isText(part, type)) {
        String content = GuessedText.decode(content(part), type.getParameter("charset"));
        return type.match("text/html")
            ? new Read(HtmlText.of(content), false)
            : new Read(content, true);
      }
      attachments.add(new Attachment(name(part), type.getBaseType(), content(part)));
    } catch (MessagingException | IOException | IllegalArgumentException undecodable) {
      attachments.add(new Attachment(name(part), type.getBaseType(), raw(part)));
    }
    return Read.NOTHING;
  }

  private Read multipart(MimePart part, ContentType type, int depth)
      throws MessagingException, IOException, LetterUnreadable {
    List<Read> found = new ArrayList<>();
    Multipart whole = new MimeMultipart(part.getDataHandler().getDataSource());
    for (int i = 0; i < whole.getCount(); i++) {
      BodyPart each = whole.getBodyPart(i);
      found.add(each instanceof MimePart known ? read(known, depth + 1) : Read.NOTHING);
    }
    found.removeIf(read -> read.text().isBlank());
    if (type.match("multipart/alternative")) {
      Optional<Read> plain = found.stream().filter(Read::plain).findFirst();
      return plain.or(() -> found.stream().findFirst()).orElse(Read.NOTHING);
    }
    return new Read(
        String.join("\n", found.stream().map(Read::text).toList()),
        !found.isEmpty() && found.stream().allMatch(Read::plain));
  }

  private static boolean isText(MimePart part, ContentType type) {
    return (type.match("text/plain") || type.match("text/html"))
        && !isAttached(part)
        && name(part) == null;
  }

  private static boolean isAttached(MimePart part) {
    try {
      return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    } catch (MessagingException malformed) {
      return header(part, "Content-Disposition").toLowerCase(Locale.ROOT).startsWith("attachment");
    }
  }

  private static @Nullable String name(MimePart part) {
    try {
      String name = part.getFileName();
      return name == null ? null : EncodedWords.decode(name);
    } catch (MessagingException malformed) {
      return "";
    }
  }

  private static ContentType type(MimePart part) {
    String value = header(part, "Content-Type");
    try {
      return value.isBlank() ? new ContentType("text", "plain", null) : new ContentType(value);
    } catch (ParseException malformed) {
      boolean html = value.toLowerCase(Locale.ROOT).contains("html");
      return new ContentType("text", html ? "html" : "plain", null);
    }
  }

  private static String header(MimePart part, String name) {
    try {
      String value = part.getHeader(name, null);
      return value == null ? "" : value;
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  /**
   * Damaged base 64 is decoded as far as it goes: the copy of a passport is worth having in part.
   */
  private static byte[] content(MimePart part) throws MessagingException, IOException {
    boolean base64 = header(part, "Content-Transfer-Encoding").strip().equalsIgnoreCase("base64");
    if (base64) {
      return LenientBase64.decode(raw(part));
    }
    try (InputStream content = part.getInputStream()) {
      return content.readAllBytes();
    }
  }

  private static byte[] raw(MimePart part) {
    try (InputStream content = rawStream(part)) {
      return content.readAllBytes();
    } catch (MessagingException | IOException nothing) {
      return new byte[0];
    }
  }

  private static InputStream rawStream(MimePart part) throws MessagingException {
    return switch (part) {
      case MimeMessage message -> message.getRawInputStream();
      case MimeBodyPart body -> body.getRawInputStream();
      default -> throw new MessagingException("No such part is read here.");
    };
  }
}
