package org.consentledger.core.policy;

import java.time.Instant;
import java.util.SortedMap;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** What can happen to the policy. */
public sealed interface PolicyEvent {

  /** The version concerned. */
  PolicyVersion version();

  /**
   * A version of the policy was published (clauses 3.2, 12.2).
   *
   * @param effectiveFrom the moment from which it is in force
   * @param material whether it changes what people consented to
   * @param reconsentBy the moment until which earlier consents hold where it is material; none
   *     means until it is in force
   * @param texts for each language the hash of the text and where the vault keeps it
   * @param publishedAt when it was published
   */
  @Revision("1")
  record PolicyPublished(
      PolicyVersion version,
      Instant effectiveFrom,
      boolean material,
      @Nullable Instant reconsentBy,
      SortedMap<Language, PolicyText> texts,
      Instant publishedAt)
      implements PolicyEvent {}
}
