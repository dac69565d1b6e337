package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What becomes of letters in their mailbox, by what the operator chose. */
@TestPropertySource(
    properties = {
      "ledger.mail.in.moving.host=127.0.0.1",
      "ledger.mail.in.moving.port=${ledger.mail.in.privacy.port}",
      "ledger.mail.in.moving.tls=NONE",
      "ledger.mail.in.moving.user=privacy@operator.example.kz",
      "ledger.mail.in.moving.password=secret",
      "ledger.mail.in.moving.folder=Moving",
      "ledger.mail.in.moving.afterwards=MOVE",
      "ledger.mail.in.moving.quarantine-folder=Unreadable",
      "ledger.mail.in.deleting.host=127.0.0.1",
      "ledger.mail.in.deleting.port=${ledger.mail.in.privacy.port}",
      "ledger.mail.in.deleting.tls=NONE",
      "ledger.mail.in.deleting.user=privacy@operator.example.kz",
      "ledger.mail.in.deleting.password=secret",
      "ledger.mail.in.deleting.folder=Deleting",
      "ledger.mail.in.deleting.afterwards=DELETE"
    })
class FilingTest extends MailStory {

  private static final String UNREADABLE = "Subject: from nobody\r\n\r\ntext";

  private static MailFolder folder(String name) throws Exception {
    ImapHostManager folders = MAIL.getManagers().getImapHostManager();
    MailFolder folder = folders.getFolder(mailbox(), name);
    return folder == null ? folders.createMailbox(mailbox(), name) : folder;
  }

  private static void put(String folder, String letter) throws Exception {
    folder(folder).store(message(letter));
  }

  private static List<String> subjects(String folder) throws Exception {
    List<String> subjects = new ArrayList<>();
    for (StoredMessage message : folder(folder).getMessages()) {
      subjects.add(message.getMimeMessage().getSubject());
    }
    return subjects;
  }

  @Test
  void what_was_taken_in_is_moved_and_what_nobody_can_read_has_a_folder_of_its_own()
      throws Exception {
    put("Moving", letter(newAddress(), "a question", "text"));
    put("Moving", letter(newAddress(), "out of office", "text", "Auto-Submitted: auto-replied"));
    put("Moving", UNREADABLE);
    job("mail-in/moving").run();

    assertThat(subjects("Moving")).isEmpty();
    assertThat(subjects("Done")).containsExactly("a question", "out of office");
    assertThat(subjects("Unreadable")).containsExactly("from nobody");
    assertThat(folder("Done").getMessages())
        .allMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
  }

  @Test
  void what_the_vault_has_is_deleted_and_nothing_else() throws Exception {
    put("Deleting", letter(newAddress(), "a question", "text"));
    put("Deleting", letter(newAddress(), "out of office", "text", "Auto-Submitted: auto-replied"));
    put("Deleting", UNREADABLE);
    job("mail-in/deleting").run();

    assertThat(subjects("Deleting")).containsExactly("out of office", "from nobody");
  }

  @Test
  void a_letter_that_somebody_marks_as_deleted_is_taken_in_all_the_same() throws Exception {
    String first = newAddress();
    String second = newAddress();
    String asked = consented(second);
    put("Deleting", letter(first, "a question", "text"));
    put("Deleting", letter(second, "another question", "text"));
    for (StoredMessage message : folder("Deleting").getMessages()) {
      if (message.getMimeMessage().getSubject().equals("another question")) {
        message.setFlag(Flags.Flag.DELETED, true);
      }
    }
    job("mail-in/deleting").run();

    assertThat(requests(asked)).hasSize(1);
  }
}
