package org.consentledger.api.request;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.Envelope;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.mail.acknowledgement.LoopMark;
import org.consentledger.api.mail.acknowledgement.MailboxAddresses;
import org.consentledger.api.mail.letter.LetterReader;
import org.consentledger.api.mail.letter.LetterUnreadable;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RefusalReason;
import org.consentledger.core.request.RequestEnd;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the letter that an officer's answer leaves in, to the address that whoever asked left. */
@Component
final class MailedAnswerLetter {

  private final RequestDesk requests;
  private final RequestEntry entries;
  private final MailboxAddresses mailboxes;
  private final OutgoingMailProperties outgoing;
  private final OperatorProfiles operators;
  private final LetterServer server;
  private final Pages pages;
  private final Vault vault;
  private final Clock clock;

  MailedAnswerLetter(
      RequestDesk requests,
      RequestEntry entries,
      MailboxAddresses mailboxes,
      OutgoingMailProperties outgoing,
      OperatorProfiles operators,
      LetterServer server,
      Pages pages,
      Vault vault,
      Clock clock) {
    this.requests = requests;
    this.entries = entries;
    this.mailboxes = mailboxes;
    this.outgoing = outgoing;
    this.operators = operators;
    this.server = server;
    this.pages = pages;
    this.vault = vault;
    this.clock = clock;
  }

  /** Whether an answer can leave by mail: there is a server, and an address to send it to. */
  boolean hasAddressee(RequestId request) {
    return server.isThere() && addressee(request).isPresent();
  }

  private Optional<InternetAddress> addressee(RequestId request) {
    try {
      return entries.contact(request).flatMap(Addresses::parse);
    } catch (Refused gone) {
      return Optional.empty();
    }
  }

  /** The letter; none where its words, or whom it goes to, are gone, or nobody sends it. */
  Optional<Letter> write(MailedAnswers.Due due) throws MessagingException {
    RequestState request = requests.require(due.requestId());
    RequestEnd end = requireNonNull(request.end());
    UUID words = requireNonNull(end.textReference());
    byte[] sealed = documents(due.requestId(), Stream.of(words)).get(words);
    return sealed == null
        ? Optional.empty()
        : write(request, due, end.refusal(), requireNonNull(requests.read(sealed).text()));
  }

  /** The letter of an answer that is still to be recorded; none where nobody left an address. */
  Optional<Letter> write(RequestState request, MailedAnswers.Due due, String text)
      throws MessagingException {
    return write(request, due, null, text);
  }

  private Optional<Letter> write(
      RequestState request, MailedAnswers.Due due, @Nullable RefusalReason refusal, String text)
      throws MessagingException {
    Optional<InternetAddress> from =
        Optional.ofNullable(due.mailbox())
            .flatMap(mailboxes::of)
            .flatMap(Addresses::parse)
            .or(outgoing::sender);
    Optional<InternetAddress> to = addressee(due.requestId());
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(write(request, from.get(), to.get(), thread(due), refusal, text));
  }

  private Map<String, String> thread(MailedAnswers.Due due) {
    return documents(due.requestId(), Stream.ofNullable(due.documentId())).values().stream()
        .map(MailedAnswerLetter::read)
        .flatMap(Optional::stream)
        .map(org.consentledger.api.mail.letter.Letter::answerFields)
        .findFirst()
        .orElse(Map.of());
  }

  private Map<UUID, byte[]> documents(RequestId request, Stream<UUID> documents) {
    try {
      return vault.documents(request, documents.toList());
    } catch (Refused gone) {
      return Map.of();
    }
  }

  private static Optional<org.consentledger.api.mail.letter.Letter> read(byte[] bytes) {
    try {
      return Optional.of(LetterReader.read(bytes));
    } catch (LetterUnreadable unreadable) {
      return Optional.empty();
    }
  }

  private Letter write(
      RequestState request,
      InternetAddress from,
      InternetAddress to,
      Map<String, String> thread,
      @Nullable RefusalReason refusal,
      String text)
      throws MessagingException {
    Language language = Optional.ofNullable(request.received().language()).orElse(Language.RU);
    Optional<OperatorProfile> operator = operators.current();
    String subject =
        pages.words("answer.subject", language, request.received().number().toString());
    Map<String, Object> values = new HashMap<>();
    values.put("subject", subject);
    values.put("text", text);
    values.put("paragraphs", List.of(text.strip().split("\\R")));
    values.put("reason", refusal == null ? null : pages.words("refusal." + refusal, language));
    values.put("operator", operator.map(OperatorProfile::name).orElse(null));
    values.put("bin", operator.map(OperatorProfile::bin).orElse(null));
    values.put("mailbox", from.getAddress());
    Letter letter = server.letter(request.requestId() + ".answer");
    Map<String, String> headers = new HashMap<>(thread);
    headers.put("Auto-Submitted", "no"); // Somebody wrote it (RFC 3834, 5).
    headers.put(LoopMark.FIELD, LoopMark.TEXT);
    new Envelope(from, operator.map(OperatorProfile::name).orElse(""), to, null, headers)
        .close(
            letter, pages.letter("answer", language, subject, values), language, clock.instant());
    return letter;
  }
}
