package org.consentledger.api.mail.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Letters for tests: those that real programs write lie as files, others are put together. */
public final class Letters {

  static final MailTrust TRUST =
      new MailTrust(
          "mx.operator.example.kz",
          List.of("X-Spam-Flag: YES"),
          Set.of("news@operator.example.kz"),
          "consent-ledger");

  static final Markings MARKINGS = MarkingsFile.shipped();

  private Letters() {}

  /** The bytes of a letter that lies as a file. */
  public static byte[] bytes(String name) {
    try (InputStream file = Letters.class.getResourceAsStream("/letters/" + name + ".eml")) {
      return file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Letter read(String name) throws LetterUnreadable {
    return LetterReader.read(bytes(name));
  }

  static Letter of(String... lines) throws LetterUnreadable {
    return LetterReader.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static Letter subject(String subject) throws LetterUnreadable {
    return of("From: ann@example.kz", "Subject: " + subject, "", "");
  }

  static Letter text(String text) throws LetterUnreadable {
    return of("From: ann@example.kz", "Content-Type: text/plain; charset=utf-8", "", text);
  }

  static LetterKind kind(Letter letter) {
    return LetterRules.kind(letter, MARKINGS, TRUST);
  }
}
