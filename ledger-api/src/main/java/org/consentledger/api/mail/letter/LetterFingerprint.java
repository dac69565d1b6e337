package org.consentledger.api.mail.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What makes a letter this letter: who wrote it, when, under which identifier, and every byte below
 * its header. It is the same wherever the letter lies and by whichever way it came; two people who
 * write the same do not write it at the same moment under one identifier.
 */
public final class LetterFingerprint {

  private LetterFingerprint() {}

  /** 32 bytes, which a forger can compute: hash them with a key. */
  public static byte[] of(byte[] letter) {
    MessageDigest digest = sha256();
    ByteArrayInputStream bytes = new ByteArrayInputStream(letter);
    try {
      InternetHeaders headers = new InternetHeaders(bytes);
      for (String name : new String[] {"Message-ID", "From", "Date", "Subject"}) {
        String[] values = headers.getHeader(name);
        String text = name + "\0" + (values == null ? "" : String.join("\0", values)) + "\0";
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (MessagingException headless) {
      return sha256().digest(letter);
    }
    digest.update(Arrays.copyOfRange(letter, letter.length - bytes.available(), letter.length));
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
