package org.consentledger.core.subject;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What those who were given data hear of its end (clauses 2.11, 2.14). It happens when the person's
 * key is gone: what is said in words is the operator's own, and sealed with the operator's key.
 */
public sealed interface NoticeEvent extends SubjectEvent {

  /** The disposal of which they hear. */
  UUID disposalId();

  /** Who was given the data. */
  RecipientId recipientId();

  /**
   * A recipient was told that the data is gone here and must go there.
   *
   * @param evidenceReference where the operator's part of the vault keeps the evidence of it
   */
  @Revision("1")
  record RecipientTold(
      SubjectId subjectId,
      UUID disposalId,
      RecipientId recipientId,
      Channel channel,
      @Nullable UUID evidenceReference,
      Instant effectiveAt)
      implements NoticeEvent {}

  /**
   * A recipient confirmed that the data is gone there, too.
   *
   * @param evidenceReference where the operator's part of the vault keeps the confirmation
   */
  @Revision("1")
  record RecipientConfirmed(
      SubjectId subjectId,
      UUID disposalId,
      RecipientId recipientId,
      Channel channel,
      @Nullable UUID evidenceReference,
      Instant effectiveAt)
      implements NoticeEvent {}
}
