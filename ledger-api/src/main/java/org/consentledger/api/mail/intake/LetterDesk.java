package org.consentledger.api.mail.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.api.mail.acknowledgement.Acknowledgements;
import org.consentledger.api.mail.intake.LetterTable.Place;
import org.consentledger.api.mail.letter.DeliveryReport;
import org.consentledger.api.mail.letter.Letter;
import org.consentledger.api.mail.letter.LetterFingerprint;
import org.consentledger.api.mail.letter.LetterKind;
import org.consentledger.api.mail.letter.LetterReader;
import org.consentledger.api.mail.letter.LetterRules;
import org.consentledger.api.mail.letter.LetterUnreadable;
import org.consentledger.api.mail.letter.MailTrust;
import org.consentledger.api.mail.letter.Markings;
import org.consentledger.api.mail.letter.SenderProof;
import org.consentledger.api.mailing.Bounces;
import org.consentledger.api.request.RequestEntry;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a letter in, once. The request that it opens, its bytes for the vault, the note that it was
 * taken in and the acknowledgement to be sent are one transaction; a letter that was noted is never
 * taken in again, wherever the program died.
 */
@Component
final class LetterDesk {

  /** Who acts on a letter that nobody has looked at. */
  static final String ACTOR = "mail-in";

  private static final int LONGEST_TEXT = 100_000;

  private final LetterTable table;
  private final LetterEffects effects;
  private final RequestEntry requests;
  private final Acknowledgements acknowledgements;
  private final Bounces bounces;
  private final BlindIndex index;
  private final Markings markings;
  private final KeyedHash fingerprints;
  private final Clock clock;

  LetterDesk(
      LetterTable table,
      LetterEffects effects,
      RequestEntry requests,
      Acknowledgements acknowledgements,
      Bounces bounces,
      BlindIndex index,
      Markings markings,
      SystemSecrets secrets,
      Clock clock) {
    this.table = table;
    this.effects = effects;
    this.requests = requests;
    this.acknowledgements = acknowledgements;
    this.bounces = bounces;
    this.index = index;
    this.markings = markings;
    this.fingerprints = new KeyedHash(secrets, "letter");
    this.clock = clock;
  }

  /**
   * Takes a letter in.
   *
   * @return what came of it; nothing where it was taken in before, from the same place
   */
  Optional<Outcome> take(Place place, Delivered delivered, MailTrust trust) {
    if (table.holds(place)) {
      return Optional.empty();
    }
    byte[] fingerprint = fingerprints.of(LetterFingerprint.of(delivered.bytes()));
    if (table.knows(fingerprint)) {
      return note(place, null, delivered, Outcome.DUPLICATE, "SAME_LETTER");
    }
    try {
      Letter letter = LetterReader.read(delivered.bytes());
      return switch (LetterRules.kind(letter, markings, trust)) {
        case LetterKind.Unasked unasked -> {
          if (unasked.cause() == LetterKind.Cause.BOUNCE) {
            takeReport(letter, delivered);
          }
          yield note(place, fingerprint, delivered, Outcome.NOTHING, unasked.cause().name());
        }
        case LetterKind.Personal personal ->
            open(place, fingerprint, delivered, letter, personal, trust);
      };
    } catch (LetterUnreadable unreadable) {
      return note(place, fingerprint, delivered, Outcome.QUARANTINED, unreadable.fault().name());
    }
  }

  /** Before it is noted, so that a crash in between takes it in twice, which counts once. */
  private void takeReport(Letter letter, Delivered delivered) {
    DeliveryReport.of(letter, delivered.bytes())
        .ifPresent(
            report ->
                report.tokens().forEach(token -> bounces.recordBounce(token, report.permanent())));
  }

  /** Sets a letter aside at which the program itself has failed. */
  Optional<Outcome> setAside(Place place, Delivered delivered) {
    return note(place, null, delivered, Outcome.QUARANTINED, "FAILED");
  }

  private Optional<Outcome> note(
      Place place,
      byte @Nullable [] fingerprint,
      Delivered delivered,
      Outcome outcome,
      String cause) {
    if (table.note(place, fingerprint, delivered.isWhole(), outcome, cause)) {
      return Optional.of(outcome);
    }
    // Either another node has noted it, or the same letter came by another way at the same moment.
    return !table.holds(place)
            && table.note(place, null, delivered.isWhole(), Outcome.DUPLICATE, "SAME_LETTER")
        ? Optional.of(Outcome.DUPLICATE)
        : Optional.empty();
  }

  private Optional<Outcome> open(
      Place place,
      byte[] fingerprint,
      Delivered delivered,
      Letter letter,
      LetterKind.Personal kind,
      MailTrust trust) {
    Optional<SubjectId> sender =
        letter.from().stream()
            .flatMap(address -> index.find(IdentifierKind.EMAIL, address).stream())
            .findFirst();
    SenderProof proof = SenderProof.of(letter, trust);
    try {
      Reaction reaction = Reaction.to(kind, sender.isPresent(), proof);
      return open(place, fingerprint, delivered, letter, kind, sender.orElse(null), reaction);
    } catch (Refused gone) {
      // The person's data has gone in the meantime; the letter is still somebody's letter.
      Reaction reaction = Reaction.to(kind, false, proof);
      return open(place, fingerprint, delivered, letter, kind, null, reaction);
    }
  }

  private Optional<Outcome> open(
      Place place,
      byte[] fingerprint,
      Delivered delivered,
      Letter letter,
      LetterKind.Personal kind,
      @Nullable SubjectId sender,
      Reaction reaction) {
    UUID letterId = UUID.randomUUID();
    RequestEntry.Asked asked =
        new RequestEntry.Asked(
            sender,
            reaction.type(),
            Channel.EMAIL,
            receivedAt(delivered),
            kind.language(),
            text(letter),
            String.join(", ", letter.from()));
    try {
      RequestId request =
          requests.enter(
              asked,
              ACTOR,
              (requestId, deposit) -> {
                UUID document = deposit.document(delivered.bytes());
                Write opening =
                    table.opening(
                        letterId,
                        place,
                        fingerprint,
                        delivered.isWhole(),
                        requestId,
                        document,
                        reaction.effect());
                Stream<Write> acknowledgement =
                    letter.sender().stream()
                        .map(to -> acknowledgements.queue(letterId, to, kind.language()));
                return Stream.concat(Stream.of(opening), acknowledgement).toList();
              });
      if (reaction.effect() != null) {
        effects.carryOut(new LetterTable.Pending(letterId, request, reaction.effect()));
      }
      return Optional.of(Outcome.REQUEST);
    } catch (ConstraintViolated conflict) {
      return switch (conflict.constraint()) {
        case LetterTable.SAME_PLACE -> Optional.empty(); // another node was quicker
        case LetterTable.SAME_LETTER ->
            note(place, null, delivered, Outcome.DUPLICATE, "SAME_LETTER");
        default -> throw conflict;
      };
    }
  }

  /** A server's clock may be ahead of ours. */
  private @Nullable Instant receivedAt(Delivered delivered) {
    Instant received = delivered.receivedAt();
    return received == null || received.isAfter(clock.instant()) ? null : received;
  }

  private static String text(Letter letter) {
    String text =
        List.of(letter.subject(), letter.ownText()).stream()
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n\n"));
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}
