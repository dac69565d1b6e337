package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.Channel;

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
   */
  record Given(UUID eventId, ConsentTerms terms, Instant effectiveAt) implements ConsentAnswer {

    /** Whether the consent has a term and it is over (clause 8.9). */
    public boolean isExpired(Instant moment) {
      return terms.expiresAt() != null && !moment.isBefore(terms.expiresAt());
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
