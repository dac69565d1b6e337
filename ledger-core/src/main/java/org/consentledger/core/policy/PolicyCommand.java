package org.consentledger.core.policy;

import java.time.Instant;
import java.util.SortedMap;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/** What may be asked of the policy. */
public sealed interface PolicyCommand {

  /** The version concerned. */
  PolicyVersion version();

  /** Publishes a version, whose texts were put into the vault beforehand. */
  record PublishPolicy(
      PolicyVersion version,
      Instant effectiveFrom,
      boolean material,
      @Nullable Instant reconsentBy,
      SortedMap<Language, PolicyText> texts)
      implements PolicyCommand {}
}
