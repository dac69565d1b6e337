package org.consentledger.api.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.api.testing.BreakingConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Each letter is taken in once, whatever breaks between any two words of the protocol. */
@TestPropertySource(
    properties = {
      "ledger.mail.in.archive.host=127.0.0.1",
      "ledger.mail.in.archive.port=${ledger.mail.in.privacy.port}",
      "ledger.mail.in.archive.tls=NONE",
      "ledger.mail.in.archive.user=privacy@operator.example.kz",
      "ledger.mail.in.archive.password=secret",
      "ledger.mail.in.archive.folder=Archive"
    })
class EachLetterOnceTest extends MailStory {

  @BeforeEach
  void clear() throws FolderException {
    inbox().deleteAllMessages();
  }

  private static MailFolder inbox() throws FolderException {
    return MAIL.getManagers().getImapHostManager().getInbox(mailbox());
  }

  /** Two people's withdrawals and a question, and who they are. */
  private List<String> three() {
    List<String> subjects = new ArrayList<>();
    for (String says :
        List.of(
            "Withdrawal of consent to the processing of personal data",
            "please unsubscribe me",
            "a question")) {
      String address = newAddress();
      subjects.add(consented(address));
      deliver(letter(address, says, "text", proven(address)));
    }
    return subjects;
  }

  private void assertEachWasTakenInOnce(List<String> subjects) throws FolderException {
    assertThat(decision(subjects.get(0), "letters")).isEqualTo("DENY CONSENT_WITHDRAWN");
    assertThat(decision(subjects.get(1), "letters")).isEqualTo("DENY SENDING_SUSPENDED");
    assertThat(decision(subjects.get(2), "letters")).isEqualTo("PERMIT CONSENT_GIVEN");
    for (String subject : subjects) {
      assertThat(requests(subject)).hasSize(1);
    }
    assertThat(eventsOf(subjects.get(0), "consent.withdrawn")).isEqualTo(2);
    assertThat(eventsOf(subjects.get(1), "sending.suspended")).isEqualTo(1);
    assertThat(inbox().getMessages())
        .allMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
  }

  private long eventsOf(String subject, String type) {
    return items("/api/v1/subjects/" + subject + "/history").stream()
        .filter(event -> event.get("type").asString().equals(type))
        .count();
  }

  @Test
  void promise_4_a_connection_that_breaks_at_any_command_loses_no_letter_and_doubles_none()
      throws FolderException {
    three();
    READING.breakAt(BreakingConnection.NEVER, false);
    look();
    int commands = READING.said();
    assertThat(commands).isGreaterThan(10);

    for (int command = 1; command <= commands; command++) {
      for (boolean afterwards : new boolean[] {false, true}) {
        inbox().deleteAllMessages();
        List<String> subjects = three();
        READING.breakAt(command, afterwards);
        look();
        look();
        assertEachWasTakenInOnce(subjects);
      }
    }
  }

  @Test
  void promise_4_two_nodes_that_look_at_the_same_time_take_each_letter_in_once()
      throws FolderException {
    List<List<String>> people = IntStream.range(0, 5).mapToObj(each -> three()).toList();
    CompletableFuture<?>[] nodes =
        Stream.generate(() -> CompletableFuture.runAsync(this::look))
            .limit(3)
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(nodes).join();
    for (List<String> subjects : people) {
      assertEachWasTakenInOnce(subjects);
    }
  }

  @Test
  void promise_4_a_folder_that_numbers_its_letters_anew_brings_none_twice() throws Exception {
    String address = newAddress();
    String subject = consented(address);
    String letter = letter(address, "please unsubscribe", "text");
    long validity = fill(letter);
    job("mail-in/archive").run();
    assertThat(newest().get("outcome").asString()).isEqualTo("REQUEST");

    long anew;
    do { // this server's number is the second in which the folder was made
      LockSupport.parkNanos(10_000_000);
      MAIL.getManagers().getImapHostManager().deleteMailbox(mailbox(), "Archive");
      anew = fill(letter);
    } while (anew == validity);
    job("mail-in/archive").run();
    assertThat(requests(subject)).hasSize(1);
    assertThat(newest().get("outcome").asString()).isEqualTo("DUPLICATE");
    assertThat(newest().get("mailbox").asString()).isEqualTo("archive");
  }

  /** Puts a letter into another folder, and tells how that numbers its letters. */
  private static long fill(String letter) throws Exception {
    MailFolder folder = MAIL.getManagers().getImapHostManager().createMailbox(mailbox(), "Archive");
    folder.store(message(letter));
    return folder.getUidValidity();
  }

  @Test
  void a_letter_that_came_to_two_addresses_opens_one_request() throws FolderException {
    String address = newAddress();
    String subject = consented(address);
    String letter = letter(address, "a question", "text");
    deliver("Received: by one\r\n" + letter);
    deliver("Received: by two\r\nX-Filter: none\r\n" + letter);
    look();
    assertThat(requests(subject)).hasSize(1);
    assertThat(newest().get("outcome").asString()).isEqualTo("DUPLICATE");
  }

  @Test
  void whoever_writes_the_same_again_is_heard_again() {
    String address = newAddress();
    String subject = consented(address);
    deliver(letter(address, "a question", "text"));
    deliver(letter(address, "a question", "text"));
    look();
    assertThat(requests(subject)).hasSize(2);
  }
}
