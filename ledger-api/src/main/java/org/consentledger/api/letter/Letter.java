package org.consentledger.api.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * One message to one person. It keeps its Message-ID however often it is tried, and knows whether
 * its content was given to a server, after which nobody can be sure that it has not left.
 */
public final class Letter extends SMTPMessage {

  private final String messageId;
  private boolean begun;

  Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    begun = true;
    super.writeTo(out, without);
  }

  boolean hasBegun() {
    return begun;
  }
}
