package org.consentledger.api.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A connection to the mail server, over which one letter goes after another. */
public final class SmtpConnection implements AutoCloseable {

  private static final int PERMANENT = 500;
  private static final int BEYOND = 600;

  private final JavaMailSenderImpl server;
  private final Transport transport;

  SmtpConnection(JavaMailSenderImpl server) throws MessagingException {
    this.server = server;
    this.transport = server.getSession().getTransport(protocol(server));
  }

  private static String protocol(JavaMailSenderImpl server) {
    String protocol = server.getProtocol();
    return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
  }

  /**
   * Sees to it that the server is there, so that no letter is begun where it is not.
   *
   * @throws MessagingException where it cannot be reached, or does not let the ledger in
   */
  public void open() throws MessagingException {
    if (!transport.isConnected()) {
      transport.connect(
          server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
    }
  }

  /** Hands a letter over, and says what became of it. */
  public Delivery deliver(Letter letter) {
    try {
      transport.sendMessage(letter, letter.getAllRecipients());
      return new Delivery.Taken();
    } catch (MessagingException failure) {
      Delivery delivery = classify(letter, failure);
      if (!(delivery instanceof Delivery.Refused)) {
        close();
      }
      return delivery;
    }
  }

  /**
   * Before the content was given to the server, nothing has left whatever happened. After that only
   * the server's own no says so.
   */
  private static Delivery classify(Letter letter, MessagingException failure) {
    for (Exception each = failure;
        each instanceof MessagingException known;
        each = known.getNextException()) {
      if (each instanceof SMTPAddressFailedException address && isPermanent(address)) {
        return new Delivery.Refused(true);
      }
    }
    OptionalInt code = code(failure);
    if (code.isPresent() && code.getAsInt() >= PERMANENT && code.getAsInt() < BEYOND) {
      return new Delivery.Refused(false);
    }
    return letter.hasBegun() && code.isEmpty() ? new Delivery.Unclear() : new Delivery.Postponed();
  }

  private static boolean isPermanent(SMTPAddressFailedException failure) {
    return failure.getReturnCode() >= PERMANENT && failure.getReturnCode() < BEYOND;
  }

  /** The server's own answer, if there was one. */
  private static OptionalInt code(MessagingException failure) {
    int code =
        switch (failure) {
          case SMTPSendFailedException of -> of.getReturnCode();
          case SMTPSenderFailedException of -> of.getReturnCode();
          case SMTPAddressFailedException of -> of.getReturnCode();
          default -> -1;
        };
    return code > 0 ? OptionalInt.of(code) : OptionalInt.empty();
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // It is closed, whatever the server thinks of it.
    }
  }
}
