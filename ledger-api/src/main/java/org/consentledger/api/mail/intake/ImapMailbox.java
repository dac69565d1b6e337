package org.consentledger.api.mail.intake;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** A mailbox on an IMAP server (RFC 3501). */
final class ImapMailbox {

  private static final int AT_ONCE = 1 << 20;

  private final MailProperties.Mailbox mailbox;
  private final Session session;
  private final String protocol;

  /**
   * Reaches the mailbox that is described.
   *
   * @param sockets makes protected connections; none for the usual trust
   */
  ImapMailbox(MailProperties.Mailbox mailbox, @Nullable SSLSocketFactory sockets) {
    this.mailbox = mailbox;
    this.protocol = mailbox.tls() == MailProperties.Tls.IMPLICIT ? "imaps" : "imap";
    this.session = Session.getInstance(properties(sockets));
  }

  private Properties properties(@Nullable SSLSocketFactory sockets) {
    String millis = Long.toString(mailbox.timeout().toMillis());
    Properties properties = new Properties();
    put(properties, "connectiontimeout", millis);
    put(properties, "timeout", millis);
    put(properties, "writetimeout", millis);
    put(properties, "fetchsize", Integer.toString(AT_ONCE));
    put(properties, "peek", "true"); // reading is not yet having taken in
    put(properties, "ssl.checkserveridentity", "true");
    boolean upgrades = mailbox.tls() == MailProperties.Tls.STARTTLS;
    put(properties, "starttls.enable", Boolean.toString(upgrades));
    put(properties, "starttls.required", Boolean.toString(upgrades));
    if (sockets != null) {
      put(properties, "ssl.socketFactory", sockets);
    }
    return properties;
  }

  private void put(Properties properties, String name, Object value) {
    properties.put("mail." + protocol + "." + name, value);
  }

  /** Connects, and opens the folder. */
  OpenFolder open() throws MessagingException {
    IMAPStore store = (IMAPStore) session.getStore(protocol);
    try {
      store.connect(
          mailbox.host(),
          mailbox.port() == null ? -1 : mailbox.port(),
          mailbox.user(),
          mailbox.password());
      IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
      folder.open(Folder.READ_WRITE);
      return new OpenFolder(store, folder, mailbox);
    } catch (MessagingException | RuntimeException failure) {
      OpenFolder.closeQuietly(store);
      throw failure;
    }
  }
}
