package org.consentledger.core.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.RecipientId;

/** What can happen to a recipient of personal data. */
public sealed interface RecipientEvent {

  /** The recipient concerned. */
  RecipientId recipientId();

  /**
   * A recipient was described, or described anew (clauses 2.11, 8.5). It holds from then on.
   *
   * @param recipientId the recipient
   * @param number counts the versions, from 1
   * @param description what the recipient is
   * @param describedAt when it was recorded
   */
  @Revision("1")
  record RecipientDescribed(
      RecipientId recipientId, int number, RecipientDescription description, Instant describedAt)
      implements RecipientEvent {}

  /**
   * The information on the protection of data was obtained from the recipient and its country
   * (clause 10.2).
   *
   * @param recipientId the recipient
   * @param country the country that it is about: ISO 3166-1 alpha-2
   * @param date the day on which it was obtained, in Kazakhstan
   * @param referenceHash keyed hash of what it is found by, which tells records apart and reveals
   *     nothing
   * @param reference where the vault keeps what it is found by
   * @param recordedAt when it was recorded
   */
  @Revision("1")
  record CrossBorderAssured(
      RecipientId recipientId,
      String country,
      LocalDate date,
      String referenceHash,
      UUID reference,
      Instant recordedAt)
      implements RecipientEvent {}

  /**
   * The authority was notified that data will be transferred across the border to the recipient
   * (clause 10.1).
   *
   * @param recipientId the recipient
   * @param country the country that the notice names: ISO 3166-1 alpha-2
   * @param date the day on which it was filed, in Kazakhstan
   * @param referenceHash keyed hash of what it is found by, which tells records apart and reveals
   *     nothing
   * @param reference where the vault keeps what it is found by
   * @param recordedAt when it was recorded
   */
  @Revision("1")
  record CrossBorderNoticeFiled(
      RecipientId recipientId,
      String country,
      LocalDate date,
      String referenceHash,
      UUID reference,
      Instant recordedAt)
      implements RecipientEvent {}
}
