package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened, as {@link PermissionModel} keeps it: when in the world, and when it
 * came to be known.
 */
sealed interface Fact {

  Instant at();

  Instant known();

  record Registered(Instant at, Instant known) implements Fact {}

  record Ended(boolean destroyed, Instant at, Instant known) implements Fact {}

  record SaidNo(PurposeId purpose, boolean withdrawn, Instant at, Instant known) implements Fact {}

  record SaidYes(PurposeId purpose, ConsentTerms terms, Instant at, Instant known)
      implements Fact {}

  record Stated(
      boolean blocked, Set<Category> categories, Set<PurposeId> purposes, Instant at, Instant known)
      implements Fact {}

  record Claimed(
      UUID name,
      LegalGround ground,
      PurposeId purpose,
      Set<Category> categories,
      Instant until,
      Instant at,
      Instant known)
      implements Fact {}

  record ClaimEnded(UUID name, Instant at, Instant known) implements Fact {}

  /** Processing ended for some purposes, or all; {@code because} says why. */
  record Stopped(ReasonCode because, Set<PurposeId> purposes, Instant at, Instant known)
      implements Fact {}

  record Prohibited(
      UUID name, ProhibitionKind kind, Set<Category> categories, Instant at, Instant known)
      implements Fact {}

  /** A prohibition was lifted, or a public interest overrides it. */
  record ProhibitionVoid(UUID name, Instant at, Instant known) implements Fact {}

  record Held(UUID name, Instant at, Instant known) implements Fact {}

  record Released(UUID name, Instant at, Instant known) implements Fact {}

  record SendingSuspended(UUID name, Instant at, Instant known) implements Fact {}

  record SendingResumed(UUID name, Instant at, Instant known) implements Fact {}

  /**
   * Somebody asked for the end of the data, or of these categories, and a second person decides.
   */
  record DisposalAsked(UUID name, Set<Category> categories, Instant at, Instant known)
      implements Fact {}

  /** The second person approved, or it was called off. */
  record DisposalSettled(UUID name, Instant at, Instant known) implements Fact {}

  /** What a recipient is from then on. */
  record Described(
      RecipientId recipient,
      int number,
      String country,
      boolean contract,
      Instant at,
      Instant known)
      implements Fact {}

  /** What is to be done before data crosses the border. */
  enum Step {
    /** The information from the country and the recipient (clause 10.2). */
    ASSURANCE,
    /** The notice to the authority (clause 10.1). */
    NOTICE
  }

  /** A step was taken, on the day that began at {@code at}. */
  record Prepared(RecipientId recipient, Step step, String country, Instant at, Instant known)
      implements Fact {}

  /** A ground may be used from then on, or may not; the last word counts. */
  record Switched(LegalGround ground, boolean allowed, int number, Instant at, Instant known)
      implements Fact {}

  record Determined(
      PurposeId purpose,
      int number,
      Set<Category> categories,
      Set<ProcessingAction> actions,
      Set<LegalGround> grounds,
      boolean marketing,
      boolean distribution,
      Set<PurposeId> incompatible,
      Instant at,
      Instant known)
      implements Fact {}

  record Retired(PurposeId purpose, Instant at, Instant known) implements Fact {}

  /**
   * A policy that changes what people consented to ends consents under earlier ones at {@code
   * ends}; others never do.
   */
  record Published(PolicyVersion policy, @Nullable Instant ends, Instant at, Instant known)
      implements Fact {}
}
