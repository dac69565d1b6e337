package org.consentledger.core.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt states of one thing that happened to a consent (clauses 7.1, 8.4, 8.9): every
 * giving, renewing, refusing, withdrawing and expiring has one. It is read from the subject's
 * history and never changes, whatever happens later.
 *
 * @param event what happened
 * @param receiptId the event's identifier, which is the receipt's as well
 * @param recordedAt when the ledger recorded it
 * @param supersedes the receipt for the same purpose that was recorded before it; none for the
 *     first
 * @param consent the consent that the event gave, renewed or ended; none where there was none
 */
public record ConsentReceipt(
    ConsentEvent event,
    UUID receiptId,
    Instant recordedAt,
    @Nullable UUID supersedes,
    @Nullable Consent consent) {

  /**
   * A consent with its terms.
   *
   * @param givenBy the event that gave or renewed it
   * @param givenAt since when it was given
   */
  public record Consent(UUID givenBy, ConsentTerms terms, Instant givenAt) {}

  /** The receipt for this event; empty where it is no event of a consent of this subject. */
  public static Optional<ConsentReceipt> find(SubjectHistory history, UUID receiptId) {
    return all(history).stream()
        .filter(receipt -> receipt.receiptId().equals(receiptId))
        .findFirst();
  }

  /** All receipts of a subject, in the order in which their events were recorded. */
  public static List<ConsentReceipt> all(SubjectHistory history) {
    List<ConsentReceipt> receipts = new ArrayList<>();
    for (SubjectHistory.Entry entry : history.entries()) {
      if (entry.event() instanceof ConsentEvent event) {
        receipts.add(next(entry, event, receipts));
      }
    }
    return receipts;
  }

  private static ConsentReceipt next(
      SubjectHistory.Entry entry, ConsentEvent event, List<ConsentReceipt> before) {
    List<ConsentReceipt> ofPurpose =
        before.stream()
            .filter(receipt -> receipt.event().purposeId().equals(event.purposeId()))
            .toList();
    return new ConsentReceipt(
        event,
        entry.eventId(),
        entry.recordedAt(),
        ofPurpose.isEmpty() ? null : ofPurpose.getLast().receiptId(),
        consent(event, entry.eventId(), ofPurpose).orElse(null));
  }

  private static Optional<Consent> consent(
      ConsentEvent event, UUID eventId, List<ConsentReceipt> before) {
    return switch (event) {
      case ConsentEvent.ConsentGiven given ->
          Optional.of(new Consent(eventId, given.terms(), given.effectiveAt()));
      case ConsentEvent.ConsentRenewed renewed ->
          Optional.of(new Consent(eventId, renewed.terms(), renewed.effectiveAt()));
      case ConsentEvent.ConsentExpired expired ->
          given(before).stream()
              .filter(consent -> consent.givenBy().equals(expired.consent()))
              .findFirst();
      case ConsentEvent.ConsentRefused refused -> latest(before, refused.effectiveAt());
      case ConsentEvent.ConsentWithdrawn withdrawn -> latest(before, withdrawn.effectiveAt());
    };
  }

  /** What a no of this day ends; of two consents of one day, the one recorded last. */
  private static Optional<Consent> latest(List<ConsentReceipt> before, Instant moment) {
    return given(before).reversed().stream()
        .filter(consent -> !consent.givenAt().isAfter(moment))
        .max(Comparator.comparing(Consent::givenAt));
  }

  private static List<Consent> given(List<ConsentReceipt> receipts) {
    List<Consent> consents = new ArrayList<>();
    for (ConsentReceipt receipt : receipts) {
      Consent consent = receipt.consent();
      if (consent != null && consent.givenBy().equals(receipt.receiptId())) {
        consents.add(consent);
      }
    }
    return consents;
  }
}
