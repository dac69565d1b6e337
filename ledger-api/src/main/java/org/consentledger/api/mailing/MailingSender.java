package org.consentledger.api.mailing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.Delivery;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.core.eventstore.Handovers;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.mailing.MailingStatus;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.mailing.Mailings;
import org.springframework.stereotype.Component;

/**
 * Sends one letter: begins its handover, asks, lets it leave, and says what became of it. What is
 * written last ends the handover, so that whoever withdraws meanwhile waits no longer than that.
 */
@Component
final class MailingSender {

  private final Handovers handovers;
  private final Mailings mailings;
  private final Letters letters;
  private final LetterPermit permit;
  private final Bounces bounces;
  private final Addresses addresses;
  private final SubjectReader subjects;
  private final OutgoingMailProperties properties;
  private final Clock clock;

  MailingSender(
      Handovers handovers,
      Mailings mailings,
      Letters letters,
      LetterPermit permit,
      Bounces bounces,
      Addresses addresses,
      SubjectReader subjects,
      OutgoingMailProperties properties,
      Clock clock) {
    this.handovers = handovers;
    this.mailings = mailings;
    this.letters = letters;
    this.permit = permit;
    this.bounces = bounces;
    this.addresses = addresses;
    this.subjects = subjects;
    this.properties = properties;
    this.clock = clock;
  }

  /** Sends a letter whose turn has come, if it still is to be sent. */
  void send(MailingState mailing, Letters.Entry due, LetterWriter writer, SmtpConnection connection)
      throws SQLException {
    SubjectId subject = due.subjectId();
    if (subject == null) {
      return;
    }
    try (Handovers.Handover handover = handovers.begin(mailing.mailingId(), subject)) {
      Optional<Letters.Entry> letter = letters.find(due.letterId()).filter(MailingSender::isOpen);
      if (letter.isPresent() && isRunning(mailing)) {
        LetterState end = handOver(mailing, letter.get(), subject, writer, connection);
        letters.settle(
            handover.connection(),
            due.letterId(),
            end,
            clock.instant().plus(properties.pauseAfter(letter.get().tries() + 1)));
        handover.commit();
      }
    }
  }

  private static boolean isOpen(Letters.Entry letter) {
    return letter.state() == LetterState.PENDING || letter.state() == LetterState.DEFERRED;
  }

  private boolean isRunning(MailingState mailing) {
    return mailings
        .find(mailing.mailingId())
        .filter(now -> now.status() == MailingStatus.RUNNING)
        .isPresent();
  }

  private LetterState handOver(
      MailingState mailing,
      Letters.Entry letter,
      SubjectId subject,
      LetterWriter writer,
      SmtpConnection connection) {
    if (bounces.isSuspended(subject)) {
      return LetterState.SUSPENDED;
    }
    if (!permit.isGiven(letter, subject, mailing.plan().purposeId())) {
      return LetterState.DENIED;
    }
    try {
      Optional<InternetAddress> address = addresses.of(subject);
      if (address.isEmpty()) {
        return LetterState.FAILED;
      }
      return end(
          connection.deliver(
              writer.write(letter.letterId(), address.get(), language(subject, mailing))),
          letter,
          subject);
    } catch (Refused gone) {
      return LetterState.FAILED; // the key was destroyed since
    } catch (MessagingException unwritable) {
      return LetterState.FAILED;
    }
  }

  private LetterState end(Delivery delivery, Letters.Entry letter, SubjectId subject) {
    return switch (delivery) {
      case Delivery.Taken taken -> LetterState.SENT;
      case Delivery.Postponed postponed ->
          letter.tries() + 1 < properties.attempts() ? LetterState.DEFERRED : LetterState.FAILED;
      case Delivery.Refused refused -> {
        if (refused.address()) {
          bounces.count(subject);
        }
        yield LetterState.BOUNCED;
      }
      case Delivery.Unclear unclear -> LetterState.UNKNOWN;
    };
  }

  /** The language in which the person was registered, or else in which consent was asked. */
  private Optional<Language> language(SubjectId subject, MailingState mailing) {
    return subjects
        .find(subject)
        .map(CurrentSubject::state)
        .flatMap(state -> language(state, mailing));
  }

  private static Optional<Language> language(SubjectState state, MailingState mailing) {
    return Optional.ofNullable(state.language())
        .or(
            () ->
                state.consent(mailing.plan().purposeId()) instanceof ConsentAnswer.Given given
                    ? Optional.of(given.terms().language())
                    : Optional.empty());
  }
}
