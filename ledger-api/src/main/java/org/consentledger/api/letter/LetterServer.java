package org.consentledger.api.letter;

import jakarta.mail.MessagingException;
import java.net.URI;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.core.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that takes letters, and the address under which people answer them. */
@Component
public final class LetterServer {

  private final @Nullable JavaMailSenderImpl server;
  private final String publicAddress;

  LetterServer(
      ObjectProvider<JavaMailSenderImpl> server,
      @Value("${ledger.public-address:http://localhost:8080}") String publicAddress) {
    this.server = server.getIfAvailable();
    this.publicAddress = publicAddress.replaceFirst("/+$", "");
  }

  /** Whether there is a mail server. */
  public boolean isThere() {
    return server != null;
  }

  /** Whether letters with links can be sent. */
  public boolean isConfigured() {
    return server != null && isSecure();
  }

  /**
   * Refuses where letters cannot be sent.
   *
   * @throws ProblemException which says what is missing in the configuration
   */
  public void requireConfigured() {
    if (server == null) {
      throw missing("spring.mail.host");
    }
    if (!isSecure()) {
      throw missing("ledger.public-address");
    }
  }

  private static ProblemException missing(String setting) {
    return new ProblemException(RefusalProblems.of(new Refusal.MailNotConfigured(setting)));
  }

  /** One-click unsubscribing needs https (RFC 8058). */
  private boolean isSecure() {
    return publicAddress.startsWith("https://");
  }

  /** A new connection, still to be opened. */
  public SmtpConnection connection() {
    try {
      return new SmtpConnection(known());
    } catch (MessagingException noTransport) {
      throw new IllegalStateException("There is no transport of this protocol.", noTransport);
    }
  }

  /**
   * A letter without content.
   *
   * @param name what its Message-ID is made of; no other letter has it
   */
  public Letter letter(String name) {
    return new Letter(
        known().getSession(), "<" + name + "@" + URI.create(publicAddress).getHost() + ">");
  }

  /** A public link. */
  public String link(String path, String token) {
    return address(path) + "?token=" + token;
  }

  /** The whole address of something in the ledger. */
  public String address(String path) {
    return publicAddress + path;
  }

  private JavaMailSenderImpl known() {
    if (server == null) {
      throw new IllegalStateException("There is no mail server.");
    }
    return server;
  }
}
