package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consentledger.core.vocabulary.PurposeId;

/** Random lives of a subject: their receipts are their consents' history, told once. */
class ConsentReceiptProperties {

  @Property(tries = 600)
  void each_event_of_a_consent_has_one_receipt_and_they_supersede_one_another_in_their_order(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
    }
    List<SubjectHistory.Entry> consents =
        story.entries.stream().filter(it -> it.event() instanceof ConsentEvent).toList();
    List<ConsentReceipt> receipts = ConsentReceipt.all(new SubjectHistory(story.entries));

    assertThat(receipts)
        .extracting(ConsentReceipt::receiptId)
        .isEqualTo(consents.stream().map(SubjectHistory.Entry::eventId).toList());
    Map<PurposeId, UUID> latest = new HashMap<>();
    for (ConsentReceipt receipt : receipts) {
      assertThat(receipt.supersedes())
          .isEqualTo(latest.put(receipt.event().purposeId(), receipt.receiptId()));
      assertThat(ConsentReceipt.find(new SubjectHistory(story.entries), receipt.receiptId()))
          .contains(receipt);
    }
  }

  @Property(tries = 300)
  void a_receipt_never_changes_whatever_happens_later(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
    Story story = new Story(seed);
    Map<UUID, ConsentReceipt> issued = new HashMap<>();
    for (int step = 0; step < steps; step++) {
      story.goOn();
      for (ConsentReceipt receipt : ConsentReceipt.all(new SubjectHistory(story.entries))) {
        issued.putIfAbsent(receipt.receiptId(), receipt);
      }
    }
    assertThat(ConsentReceipt.all(new SubjectHistory(story.entries)))
        .containsExactlyInAnyOrderElementsOf(issued.values());
  }

  @Property(tries = 300)
  void clause_8_9_a_consent_expires_at_most_once_and_at_its_end(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
    }
    List<ConsentReceipt> expired =
        ConsentReceipt.all(new SubjectHistory(story.entries)).stream()
            .filter(receipt -> receipt.event() instanceof ConsentEvent.ConsentExpired)
            .toList();
    assertThat(expired).extracting(receipt -> receipt.consent().givenBy()).doesNotHaveDuplicates();
    assertThat(expired)
        .allSatisfy(
            receipt ->
                assertThat(receipt.event().effectiveAt())
                    .isEqualTo(receipt.consent().terms().expiresAt())
                    .isBeforeOrEqualTo(receipt.recordedAt()));
  }
}
