package org.consentledger.core.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A published version of the policy; see {@link PolicyEvent.PolicyPublished}.
 *
 * @param evidence the event that published it
 */
public record PolicyState(
    PolicyVersion version,
    Instant effectiveFrom,
    boolean material,
    @Nullable Instant reconsentBy,
    SortedMap<Language, PolicyText> texts,
    Instant publishedAt,
    UUID evidence) {

  /** Copies the map. */
  public PolicyState {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** The state after publication. */
  public static PolicyState evolve(PolicyEvent event, UUID eventId) {
    return switch (event) {
      case PolicyEvent.PolicyPublished published ->
          new PolicyState(
              published.version(),
              published.effectiveFrom(),
              published.material(),
              published.reconsentBy(),
              published.texts(),
              published.publishedAt(),
              eventId);
    };
  }

  /** SHA-256 of the text in this language, if there is one. */
  public Optional<String> hash(Language language) {
    return Optional.ofNullable(texts.get(language)).map(PolicyText::sha256);
  }

  /**
   * From when on consents under earlier versions no longer hold, where this version is material
   * (clause 12.2).
   */
  public Optional<Instant> endsEarlierConsentsAt() {
    if (!material) {
      return Optional.empty();
    }
    return Optional.of(
        reconsentBy == null || reconsentBy.isBefore(effectiveFrom) ? effectiveFrom : reconsentBy);
  }

  /**
   * Whether a command would publish exactly what was published; where the vault keeps the texts
   * does not matter.
   */
  boolean says(PolicyCommand.PublishPolicy command) {
    return effectiveFrom.equals(command.effectiveFrom())
        && material == command.material()
        && Objects.equals(reconsentBy, command.reconsentBy())
        && texts.keySet().equals(command.texts().keySet())
        && texts.keySet().stream()
            .allMatch(
                language ->
                    hash(language)
                        .equals(
                            Optional.ofNullable(command.texts().get(language))
                                .map(PolicyText::sha256)));
  }
}
