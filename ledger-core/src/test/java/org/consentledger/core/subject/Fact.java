package org.consentledger.core.subject;

import java.time.Instant;
import java.util.Set;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
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

  record Determined(
      PurposeId purpose,
      int number,
      Set<Category> categories,
      Set<ProcessingAction> actions,
      Set<LegalGround> grounds,
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
