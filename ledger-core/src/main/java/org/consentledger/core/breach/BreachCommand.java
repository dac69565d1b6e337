package org.consentledger.core.breach;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.BreachId;
import org.jspecify.annotations.Nullable;

/** What may be done about a breach. Commands carry references into the vault, never words. */
public sealed interface BreachCommand {

  /** The breach concerned. */
  BreachId breachId();

  /**
   * Enters a breach.
   *
   * @param foundAt when it was found; none means now
   */
  record FindBreach(BreachId breachId, BreachFacts facts, @Nullable Instant foundAt)
      implements BreachCommand {}

  /** Says what is known of it by now. */
  record AmendBreach(BreachId breachId, BreachFacts facts) implements BreachCommand {}

  /**
   * Records that the authorised body was told.
   *
   * @param notifiedAt when it was; none means now
   */
  record NotifyAuthority(BreachId breachId, UUID noticeReference, @Nullable Instant notifiedAt)
      implements BreachCommand {}

  /** Records what was done about it, and that this was all. */
  record CloseBreach(BreachId breachId, UUID measuresReference) implements BreachCommand {}

  /** Records that the term is over, if it is; nothing happens where it is not. */
  record RecordBreachOverdue(BreachId breachId) implements BreachCommand {}

  /** Counts the term anew; nothing happens where it comes to the same. */
  record RecomputeBreach(BreachId breachId) implements BreachCommand {}
}
