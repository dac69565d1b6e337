package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/**
 * How a person last answered the question for consent to one purpose. The latest answer in the
 * world counts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ConsentAnswer.Given.class, name = "GIVEN"),
  @JsonSubTypes.Type(value = ConsentAnswer.Refused.class, name = "REFUSED"),
  @JsonSubTypes.Type(value = ConsentAnswer.Withdrawn.class, name = "WITHDRAWN"),
  @JsonSubTypes.Type(value = ConsentAnswer.NeverAsked.class, name = "NEVER_ASKED")
})
public sealed interface ConsentAnswer {

  /** The moment since which the answer holds. */
  Instant effectiveAt();

  /**
   * The person said yes, with these terms; the event that gave or last renewed the consent is its
   * evidence.
   *
   * @param expiry the event that recorded the end of the term, once one did; whether the term is
   *     over is for the clock to say
   */
  record Given(UUID eventId, ConsentTerms terms, Instant effectiveAt, @Nullable UUID expiry)
      implements ConsentAnswer {

    /** A consent whose end was not recorded yet. */
    Given(UUID eventId, ConsentTerms terms, Instant effectiveAt) {
      this(eventId, terms, effectiveAt, null);
    }

    /** Whether the consent has a term and it is over (clause 8.9). */
    public boolean isExpired(Instant moment) {
      return terms.expiresAt() != null && !moment.isBefore(terms.expiresAt());
    }

    /** The end of the term where it is still to be recorded; none where there is nothing to. */
    public Optional<Instant> unrecordedEnd() {
      return expiry == null ? Optional.ofNullable(terms.expiresAt()) : Optional.empty();
    }

    /** The consent after its end was recorded; of another consent the event says nothing. */
    Given after(ConsentEvent.ConsentExpired expired, UUID expiryId) {
      return expired.consent().equals(eventId)
          ? new Given(eventId, terms, effectiveAt, expiryId)
          : this;
    }
  }

  /** The person said no. */
  record Refused(UUID eventId, Channel channel, Instant effectiveAt) implements ConsentAnswer {}

  /** The person took a consent back. */
  record Withdrawn(UUID eventId, Channel channel, Instant effectiveAt) implements ConsentAnswer {}

  /** Nobody has answered yet. */
  record NeverAsked() implements ConsentAnswer {
    @Override
    public Instant effectiveAt() {
      return Instant.MIN;
    }
  }
}
