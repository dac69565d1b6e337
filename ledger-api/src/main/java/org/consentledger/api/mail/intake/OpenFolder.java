package org.consentledger.api.mail.intake;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** A folder that is open; letters are named by their UIDs, which rise. */
final class OpenFolder implements AutoCloseable {

  private final IMAPStore store;
  private final IMAPFolder folder;
  private final MailProperties.Mailbox mailbox;

  OpenFolder(IMAPStore store, IMAPFolder folder, MailProperties.Mailbox mailbox) {
    this.store = store;
    this.folder = folder;
    this.mailbox = mailbox;
  }

  /** UIDs mean the same letters as long as this is the same. */
  long uidValidity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /** The letters above a UID, in order. */
  List<Long> above(long uid) throws MessagingException {
    List<Long> uids = new ArrayList<>();
    for (Message message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
      uids.add(folder.getUID(message));
    }
    // A server answers with its last letter, even if that is below.
    return uids.stream().filter(each -> each > uid).sorted().toList();
  }

  /** Reads a letter; nothing where somebody has taken it away. */
  Optional<Delivered> read(long uid) throws MessagingException, IOException {
    Message message = folder.getMessageByUID(uid);
    if (message == null) {
      return Optional.empty();
    }
    try {
      FirstBytes bytes = FirstBytes.of(message::writeTo, mailbox.largest());
      Date received = message.getReceivedDate();
      return Optional.of(
          new Delivered(
              bytes.content(), bytes.areAll(), received == null ? null : received.toInstant()));
    } catch (MessageRemovedException gone) {
      return Optional.empty();
    }
  }

  /** Files a letter that is done with. To do so again changes nothing that matters. */
  void file(long uid, Disposition disposition) throws MessagingException {
    Message message = folder.getMessageByUID(uid);
    if (message == null) {
      return;
    }
    try {
      switch (disposition) {
        case DONE -> {
          switch (mailbox.afterwards()) {
            case FLAG -> message.setFlag(Flags.Flag.SEEN, true);
            case MOVE -> move(message, mailbox.doneFolder());
            case DELETE -> delete(message);
          }
        }
        case SET_ASIDE -> {
          if (mailbox.afterwards() == MailProperties.Filing.MOVE) {
            move(message, mailbox.doneFolder());
          } else {
            message.setFlag(Flags.Flag.SEEN, true);
          }
        }
        case LOOK_AT -> {
          message.setFlag(Flags.Flag.FLAGGED, true);
          if (mailbox.quarantineFolder() != null) {
            move(message, mailbox.quarantineFolder());
          }
        }
      }
    } catch (MessageRemovedException gone) {
      // Whoever took it away has filed it.
    }
  }

  private void move(Message message, String to) throws MessagingException {
    Folder target = store.getFolder(to);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    message.setFlag(Flags.Flag.SEEN, true);
    folder.copyMessages(new Message[] {message}, target);
    delete(message);
  }

  /** Nothing else goes with it: what somebody has marked may not have been taken in yet. */
  private void delete(Message message) throws MessagingException {
    message.setFlag(Flags.Flag.DELETED, true);
    if (store.hasCapability("UIDPLUS")) {
      folder.expunge(new Message[] {message});
    } else {
      folder.expunge();
    }
  }

  @Override
  public void close() {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
    } catch (MessagingException | IllegalStateException gone) {
      // The server has closed it.
    }
    closeQuietly(store);
  }

  static void closeQuietly(@Nullable Store store) {
    try {
      if (store != null) {
        store.close();
      }
    } catch (MessagingException gone) {
      // There is nothing left to close.
    }
  }
}
