package org.consentledger.core.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.subject.DisposalEvent.DisposalCancelled;
import org.consentledger.core.subject.GroundEvent.GroundClaimed;
import org.consentledger.core.subject.HoldEvent.HoldPlaced;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionOverridden;
import org.consentledger.core.subject.ProhibitionEvent.ProhibitionSet;
import org.consentledger.core.subject.RegistrationEvent.AccuracyConfirmed;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.jspecify.annotations.Nullable;

/**
 * A text about a person that an event refers to. The event holds where it lies; the vault holds
 * what it says, for as long as the person's data is held.
 */
public record SealedDocument(UUID documentId, DocumentKind kind) {

  /** The documents that an event refers to, in the order in which it names them. */
  public static List<SealedDocument> of(SubjectEvent event) {
    List<SealedDocument> documents = new ArrayList<>();
    switch (event) {
      case RegistrationEvent registration -> add(documents, registration);
      case ConsentEvent consent -> add(documents, consent);
      case GroundEvent ground -> add(documents, ground);
      case ProhibitionEvent prohibition -> add(documents, prohibition);
      case HoldEvent hold -> add(documents, hold);
      case DisposalEvent disposal -> add(documents, disposal);
      case CessationEvent cessation -> {}
      case RestrictionEvent restriction -> {}
      case SuspensionEvent suspension -> {}
      case ProcessingEvent processing -> {}
      case InvitationEvent invitation -> {}
      case NoticeEvent notice -> {} // its evidence is the operator's, and sealed as such
    }
    return List.copyOf(documents);
  }

  private static void add(List<SealedDocument> documents, RegistrationEvent event) {
    switch (event) {
      case SubjectRegistered registered ->
          add(documents, registered.accuracyAttestation(), DocumentKind.ACCURACY_ATTESTATION);
      case AccuracyConfirmed confirmed ->
          add(documents, confirmed.attestation(), DocumentKind.ACCURACY_ATTESTATION);
      case RegistrationEvent.PersonalDataRectified rectified -> {}
    }
  }

  private static void add(List<SealedDocument> documents, ConsentEvent event) {
    switch (event) {
      case ConsentEvent.ConsentGiven given -> add(documents, given.terms());
      case ConsentEvent.ConsentRenewed renewed -> add(documents, renewed.terms());
      case ConsentEvent.ConsentRefused refused -> {}
      case ConsentEvent.ConsentWithdrawn withdrawn -> {}
      case ConsentEvent.ConsentExpired expired -> {}
    }
  }

  private static void add(List<SealedDocument> documents, ConsentTerms terms) {
    add(documents, terms.authorityReference(), DocumentKind.REPRESENTATIVE_AUTHORITY);
    add(documents, terms.evidenceReference(), DocumentKind.CONSENT_EVIDENCE);
  }

  private static void add(List<SealedDocument> documents, GroundEvent event) {
    switch (event) {
      case GroundClaimed claimed -> {
        add(documents, claimed.claim().evidenceReference(), DocumentKind.GROUND_EVIDENCE);
        add(documents, claimed.claim().approverReference(), DocumentKind.GROUND_APPROVER);
      }
      case GroundEvent.GroundEnded ended -> {}
    }
  }

  private static void add(List<SealedDocument> documents, ProhibitionEvent event) {
    switch (event) {
      case ProhibitionSet set ->
          add(documents, set.conditionsReference(), DocumentKind.PROHIBITION_CONDITIONS);
      case ProhibitionOverridden overridden -> {
        add(documents, overridden.citationReference(), DocumentKind.OVERRIDE_CITATION);
        add(documents, overridden.approverReference(), DocumentKind.OVERRIDE_APPROVER);
      }
      case ProhibitionEvent.ProhibitionLifted lifted -> {}
    }
  }

  private static void add(List<SealedDocument> documents, HoldEvent event) {
    switch (event) {
      case HoldPlaced placed ->
          add(documents, placed.citationReference(), DocumentKind.HOLD_CITATION);
      case HoldEvent.HeldForAuthority held -> {} // the request has its words
      case HoldEvent.HoldLifted lifted -> {}
    }
  }

  private static void add(List<SealedDocument> documents, DisposalEvent event) {
    switch (event) {
      case DisposalCancelled cancelled ->
          add(documents, cancelled.reasonReference(), DocumentKind.CANCELLATION_REASON);
      case DisposalEvent.DisposalRequested requested -> {}
      case DisposalEvent.DisposalApproved approved -> {}
      case DisposalEvent.CategoriesErased erased -> {}
      case DisposalEvent.SubjectAnonymised anonymised -> {}
      case DisposalEvent.SubjectDestroyed destroyed -> {}
    }
  }

  private static void add(
      List<SealedDocument> documents, @Nullable UUID documentId, DocumentKind kind) {
    if (documentId != null) {
      documents.add(new SealedDocument(documentId, kind));
    }
  }
}
