package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient who was given the data heard of its end, and said to it (clause 2.14).
 *
 * @param told when and how the recipient was told; none while it is still to be
 * @param confirmed when and how the recipient confirmed; none while that is awaited
 */
public record RecipientNotice(
    RecipientId recipientId, @Nullable Message told, @Nullable Message confirmed) {

  /**
   * A message to a recipient or from one.
   *
   * @param evidenceReference where the operator's part of the vault keeps it, if it was sent along
   * @param at when it went out, or came in
   * @param evidence the event that recorded it
   */
  public record Message(
      Channel channel, @Nullable UUID evidenceReference, Instant at, UUID evidence) {}

  /** Nobody has told this recipient yet. */
  static RecipientNotice due(RecipientId recipient) {
    return new RecipientNotice(recipient, null, null);
  }

  /** Whether the recipient is still to be told, or still has to confirm. */
  @JsonIgnore
  public boolean isOutstanding() {
    return confirmed == null;
  }

  RecipientNotice after(NoticeEvent event, UUID eventId) {
    return switch (event) {
      case NoticeEvent.RecipientTold it ->
          new RecipientNotice(
              recipientId,
              new Message(it.channel(), it.evidenceReference(), it.effectiveAt(), eventId),
              confirmed);
      case NoticeEvent.RecipientConfirmed it ->
          new RecipientNotice(
              recipientId,
              told,
              new Message(it.channel(), it.evidenceReference(), it.effectiveAt(), eventId));
    };
  }
}
