package org.consentledger.core.personaldata;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What happens to personal data in the vault that is no change of it. */
public sealed interface PersonalDataEvent {

  /**
   * Somebody read personal data (clauses 8.1, 8.7, 11). Who it was stands in the metadata of the
   * event.
   *
   * @param accessId names the access
   * @param subjectId whose data
   * @param categories which data
   * @param documentId which document, where one was read and not the data
   * @param ground the ground that the reader named, if any
   */
  @Revision("1")
  record PersonalDataAccessed(
      UUID accessId,
      SubjectId subjectId,
      SortedSet<Category> categories,
      @Nullable UUID documentId,
      @Nullable LegalGround ground,
      Instant accessedAt)
      implements PersonalDataEvent {}
}
