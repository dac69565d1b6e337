package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.RequestReason;
import org.jspecify.annotations.Nullable;

/**
 * A disposal that waits for a second person (clause 5.7).
 *
 * @param eventId the event that asked for it
 * @param categories the categories to dispose of, or none for all
 * @param requestedBy who asked, as an identifier
 * @param isDue whether it was asked for because the data's time was over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PendingDisposal(
    UUID eventId,
    UUID disposalId,
    DisposalMethod method,
    SortedSet<Category> categories,
    DisposalGround ground,
    @Nullable RequestReason reason,
    String requestedBy,
    boolean isDue,
    Instant effectiveAt) {

  /** Copies the set. */
  public PendingDisposal {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }

  static PendingDisposal of(DisposalEvent.DisposalRequested requested, UUID eventId) {
    return new PendingDisposal(
        eventId,
        requested.disposalId(),
        requested.method(),
        requested.categories(),
        requested.ground(),
        requested.reason(),
        requested.requestedBy(),
        requested.dueAt() != null,
        requested.effectiveAt());
  }

  /** Whether data of one of these categories is about to go. */
  public boolean concerns(Collection<Category> asked) {
    return categories.isEmpty() || asked.stream().anyMatch(categories::contains);
  }
}
