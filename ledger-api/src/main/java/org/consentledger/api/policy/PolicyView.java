package org.consentledger.api.policy;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A version of the policy.
 *
 * @param effectiveFrom the moment from which it is in force
 * @param material whether it changes what people consented to; earlier consents then end
 * @param reconsentBy the moment until which earlier consents hold
 * @param publishedAt when it was published: a moment in UTC
 * @param inForce whether it is the one in force now
 * @param hashes SHA-256 of each text's UTF-8, in hexadecimal
 * @param texts the texts in Markdown; only where one version is asked for
 */
public record PolicyView(
    PolicyVersion version,
    Instant effectiveFrom,
    boolean material,
    @Nullable Instant reconsentBy,
    Instant publishedAt,
    boolean inForce,
    SortedMap<Language, String> hashes,
    @Nullable Map<Language, String> texts) {

  static PolicyView of(PolicyState policy, boolean inForce, @Nullable Map<Language, String> texts) {
    SortedMap<Language, String> hashes = new TreeMap<>();
    policy.texts().forEach((language, text) -> hashes.put(language, text.sha256()));
    return new PolicyView(
        policy.version(),
        policy.effectiveFrom(),
        policy.material(),
        policy.reconsentBy(),
        policy.publishedAt(),
        inForce,
        hashes,
        texts);
  }
}
