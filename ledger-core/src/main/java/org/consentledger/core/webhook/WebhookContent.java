package org.consentledger.core.webhook;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a webhook.
 *
 * @param types the stored names of the events that it is told of, or families of them such as
 *     {@code consent.*}; all where there are none
 * @param purposes the purposes that they are about; all where there are none
 * @param active whether it is told now
 * @param after the position after which the first event is that it is told of; that of its
 *     registration where it is not said
 * @param addressHash keyed hash of its address, which tells versions apart and reveals nothing
 * @param addressReference where the vault keeps the address
 */
public record WebhookContent(
    SortedSet<String> types,
    SortedSet<PurposeId> purposes,
    boolean active,
    @Nullable Long after,
    String addressHash,
    UUID addressReference) {

  /** Copies the sets. */
  public WebhookContent {
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    purposes = Collections.unmodifiableSortedSet(new TreeSet<>(purposes));
  }

  WebhookContent beginningAfter(@Nullable Long position) {
    return new WebhookContent(types, purposes, active, position, addressHash, addressReference);
  }

  /** Whether the other says the same; where the vault keeps the address does not matter. */
  boolean says(WebhookContent other) {
    return new WebhookContent(types, purposes, active, after, addressHash, other.addressReference)
        .equals(other);
  }
}
