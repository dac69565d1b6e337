package org.consentledger.core.subject;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * How a data subject's personal data came in and was corrected: by category, never the data itself.
 */
public sealed interface RegistrationEvent extends SubjectEvent {

  /**
   * A person was registered under a random identifier (clause 2.10).
   *
   * @param purposeId the purpose for which the data was collected (clause 5.2), if any was
   * @param source where the data came from
   * @param language the person's language
   * @param categories the categories that were collected
   * @param accuracyAttestation where the vault keeps who attested that the data is accurate (clause
   *     3.1)
   * @param aboutAnotherPerson whether somebody else supplied the data (clause 4.3)
   */
  @Revision("1")
  record SubjectRegistered(
      SubjectId subjectId,
      @Nullable PurposeId purposeId,
      @Nullable Source source,
      @Nullable Language language,
      SortedSet<Category> categories,
      @Nullable UUID accuracyAttestation,
      boolean aboutAnotherPerson,
      Instant effectiveAt)
      implements RegistrationEvent {}

  /**
   * Personal data was rectified (clauses 4.1, 8.3).
   *
   * @param categories the categories of which the vault holds a new version
   * @param reason which of the five reasons was given, if one was
   */
  @Revision("1")
  record PersonalDataRectified(
      SubjectId subjectId,
      SortedSet<Category> categories,
      @Nullable RequestReason reason,
      Instant effectiveAt)
      implements RegistrationEvent {}

  /**
   * The person or somebody else confirmed that the data still is accurate (clauses 4.2, 5.6).
   *
   * @param attestation where the vault keeps who confirmed it
   */
  @Revision("1")
  record AccuracyConfirmed(SubjectId subjectId, @Nullable UUID attestation, Instant effectiveAt)
      implements RegistrationEvent {}
}
