package org.consentledger.core.subject;

import static org.consentledger.core.subject.Moments.effectiveAt;
import static org.consentledger.core.subject.Moments.requireActive;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ConsentEvent.ConsentExpired;
import org.consentledger.core.subject.ConsentEvent.ConsentGiven;
import org.consentledger.core.subject.ConsentEvent.ConsentRefused;
import org.consentledger.core.subject.ConsentEvent.ConsentRenewed;
import org.consentledger.core.subject.ConsentEvent.ConsentWithdrawn;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * The rules of consent (clauses 7.1, 8.4, 12.2). Each answers with what happened, or refuses and
 * changes nothing.
 */
final class ConsentRules {

  private static final Set<Channel> BY_HAND = EnumSet.of(Channel.LETTER, Channel.IN_PERSON);

  private ConsentRules() {}

  /**
   * Clause 7.1: consent that somebody reports for the person. Where the purpose demands double
   * opt-in, only what was given by hand counts, with its evidence; anything else is asked of the
   * person's own mailbox.
   */
  static List<ConsentEvent> give(
      SubjectState subject, GiveConsent command, Registers registers, Instant now) {
    List<ConsentEvent> given = giveConfirmed(subject, command, registers, now);
    boolean byHand = BY_HAND.contains(command.channel()) && command.evidenceReference() != null;
    if (!byHand) {
      requireNoDoubleOptIn(
          registers.purpose(command.purposeId()).asItWas(given.getFirst().effectiveAt()));
    }
    return given;
  }

  /**
   * Clause 7.1: consent is to a predetermined purpose that rests on consent, to no more data than
   * it needs. Nobody asks here whether the person has confirmed it.
   */
  static List<ConsentEvent> giveConfirmed(
      SubjectState subject, GiveConsent command, Registers registers, Instant now) {
    requireActive(subject);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    PurposeState purpose = registers.purpose(command.purposeId());
    if (purpose.isRetiredAt(effectiveAt)) {
      throw new Refused(new Refusal.PurposeRetired());
    }
    PurposeVersion version = purpose.asItWas(effectiveAt);
    requireConsentAsGround(version);
    if (command.givenBy() == GiverRole.REPRESENTATIVE && command.authorityReference() == null) {
      throw new Refused(new Refusal.AuthorityMissing());
    }
    Instant expiresAt =
        command.expiresAt() == null
            ? version.definition().consentEnd(effectiveAt)
            : command.expiresAt();
    requireOrder(effectiveAt, expiresAt);
    ConsentTerms terms =
        new ConsentTerms(
            command.policyVersion(),
            command.language(),
            noticeHash(
                registers, command.policyVersion(), command.language(), command.noticeHash()),
            command.channel(),
            command.givenBy(),
            command.authorityReference(),
            version.number(),
            categories(command.categories(), version),
            command.conditions(),
            command.evidenceReference(),
            expiresAt,
            null);
    return List.of(new ConsentGiven(command.subjectId(), command.purposeId(), terms, effectiveAt));
  }

  /**
   * Clause 12.2: a consent that was given, even one whose term is over, is renewed under the policy
   * in force.
   */
  static List<ConsentEvent> renew(
      SubjectState subject, RenewConsent command, Registers registers, Instant now) {
    requireActive(subject);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    PurposeState purpose = registers.purpose(command.purposeId());
    if (purpose.isRetiredAt(effectiveAt)) {
      throw new Refused(new Refusal.PurposeRetired());
    }
    if (!(subject.consent(command.purposeId()) instanceof ConsentAnswer.Given given)) {
      throw new Refused(new Refusal.NothingToRenew());
    }
    requireNotBefore(given, effectiveAt);
    PurposeVersion version = purpose.asItWas(effectiveAt);
    requireConsentAsGround(version);
    requireNoDoubleOptIn(version);
    ConsentTerms before = given.terms();
    PolicyVersion policy =
        command.policyVersion() == null
            ? registers
                .policyInForce(effectiveAt)
                .map(PolicyState::version)
                .orElse(before.policyVersion())
            : command.policyVersion();
    Language language = command.language() == null ? before.language() : command.language();
    Instant expiresAt =
        command.expiresAt() == null ? renewedEnd(given, version, effectiveAt) : command.expiresAt();
    requireOrder(effectiveAt, expiresAt);
    ConsentTerms terms =
        new ConsentTerms(
            policy,
            language,
            noticeHash(registers, policy, language, command.noticeHash()),
            command.channel(),
            before.givenBy(),
            before.authorityReference(),
            version.number(),
            before.categories(),
            before.conditions(),
            before.evidenceReference(),
            expiresAt,
            null);
    return List.of(
        new ConsentRenewed(command.subjectId(), command.purposeId(), terms, effectiveAt));
  }

  /** Clause 4.1: who is asked may say no, and a no ends a yes that was given before. */
  static List<ConsentEvent> refuse(
      SubjectState subject, RefuseConsent command, Registers registers, Instant now) {
    requireActive(subject);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    registers.purpose(command.purposeId());
    ConsentRefused refused =
        new ConsentRefused(
            command.subjectId(), command.purposeId(), command.channel(), effectiveAt);
    return switch (subject.consent(command.purposeId())) {
      case ConsentAnswer.Refused already -> List.of(); // said twice, recorded once
      case ConsentAnswer.Given given -> {
        requireNotBefore(given, effectiveAt);
        yield List.of(refused);
      }
      case ConsentAnswer.Withdrawn withdrawn -> List.of(refused);
      case ConsentAnswer.NeverAsked none -> List.of(refused);
    };
  }

  /**
   * Clause 8.4: a withdrawal is never refused for form; it is refused only where there is nothing
   * to withdraw.
   */
  static List<ConsentEvent> withdraw(
      SubjectState subject, WithdrawConsent command, Registers registers, Instant now) {
    requireActive(subject);
    Instant effectiveAt = effectiveAt(command.effectiveAt(), subject, now);
    registers.purpose(command.purposeId());
    ConsentWithdrawn withdrawn =
        new ConsentWithdrawn(
            command.subjectId(), command.purposeId(), command.channel(), effectiveAt);
    return switch (subject.consent(command.purposeId())) {
      case ConsentAnswer.Given given -> {
        requireNotBefore(given, effectiveAt);
        yield List.of(withdrawn);
      }
      case ConsentAnswer.Withdrawn already when effectiveAt.isBefore(already.effectiveAt()) ->
          List.of(withdrawn); // a letter that is older than the withdrawal that stands
      case ConsentAnswer.Withdrawn already -> List.of(); // asked twice, done once
      case ConsentAnswer.Refused refused when effectiveAt.isBefore(refused.effectiveAt()) ->
          List.of(withdrawn);
      case ConsentAnswer.Refused refused -> throw new Refused(new Refusal.NothingToWithdraw());
      case ConsentAnswer.NeverAsked none -> throw new Refused(new Refusal.NothingToWithdraw());
    };
  }

  /**
   * Clause 8.9: that the consent that stands is past its end is recorded once. It is nobody's
   * answer, so that there is nothing to refuse.
   */
  static List<ConsentEvent> expire(SubjectState subject, ExpireConsent command, Instant now) {
    if (subject.isActive()
        && subject.consent(command.purposeId()) instanceof ConsentAnswer.Given given
        && given.isExpired(now)) {
      return given.unrecordedEnd().stream()
          .<ConsentEvent>map(
              end ->
                  new ConsentExpired(
                      command.subjectId(), command.purposeId(), given.eventId(), end))
          .toList();
    }
    return List.of();
  }

  /**
   * Whoever answers a no with success must be able to rely on it. A no that is older than the yes
   * that stands would leave that yes standing, so it is refused, and the refusal says what stands.
   */
  private static void requireNotBefore(ConsentAnswer.Given given, Instant effectiveAt) {
    if (effectiveAt.isBefore(given.effectiveAt())) {
      throw new Refused(new Refusal.LaterAnswerStands(given.effectiveAt()));
    }
  }

  /** Section 6: a purpose lists the grounds that it may rest on. */
  private static void requireNoDoubleOptIn(PurposeVersion version) {
    if (version.definition().demandsDoubleOptIn()) {
      throw new Refused(new Refusal.DoubleOptInDemanded());
    }
  }

  private static void requireConsentAsGround(PurposeVersion version) {
    if (!version.definition().grounds().contains(LegalGround.CONSENT)) {
      throw new Refused(new Refusal.ConsentOutsidePurpose());
    }
  }

  private static void requireOrder(Instant effectiveAt, @Nullable Instant expiresAt) {
    if (expiresAt != null && !expiresAt.isAfter(effectiveAt)) {
      throw new Refused(new Refusal.ExpiryBeforeBeginning());
    }
  }

  /** Clauses 5.4, 5.5: no category beyond those of the purpose; none named means all of them. */
  private static SortedSet<Category> categories(SortedSet<Category> named, PurposeVersion version) {
    if (!version.definition().categories().containsAll(named)) {
      throw new Refused(new Refusal.CategoryOutsidePurpose());
    }
    return named.isEmpty() ? version.definition().categories() : named;
  }

  /**
   * Clause 12.3: consent pins the text that was shown; where the form does not say which, it is the
   * policy's own.
   */
  private static String noticeHash(
      Registers registers, PolicyVersion version, Language language, @Nullable String named) {
    PolicyState policy = registers.policy(version);
    if (named != null) {
      return named;
    }
    return policy.hash(language).orElseThrow(() -> new Refused(new Refusal.PolicyTextMissing()));
  }

  /**
   * The purpose's term counts anew; a term that was agreed with the person alone is agreed again,
   * as long as before.
   */
  private static @Nullable Instant renewedEnd(
      ConsentAnswer.Given given, PurposeVersion version, Instant effectiveAt) {
    Instant end = version.definition().consentEnd(effectiveAt);
    Instant before = given.terms().expiresAt();
    if (end != null || before == null) {
      return end;
    }
    return effectiveAt.plus(Duration.between(given.effectiveAt(), before));
  }
}
