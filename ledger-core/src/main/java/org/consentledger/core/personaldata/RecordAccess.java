package org.consentledger.core.personaldata;

import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody is about to read personal data. Sent before the data is shown, so that no
 * reading goes unrecorded.
 *
 * @param accessId names the access
 * @param subjectId whose data
 * @param categories which data
 * @param documentId which document, where one is read and not the data
 * @param ground the ground that the reader names, if any
 */
public record RecordAccess(
    UUID accessId,
    SubjectId subjectId,
    SortedSet<Category> categories,
    @Nullable UUID documentId,
    @Nullable LegalGround ground) {}
