package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectEvents.consentExpired;
import static org.consentledger.core.testing.SubjectEvents.consentGiven;
import static org.consentledger.core.testing.SubjectEvents.consentRefused;
import static org.consentledger.core.testing.SubjectEvents.consentWithdrawn;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.TermsBuilder.terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentReceiptTest {

  private static final Instant END = EARLIER.plusSeconds(60);

  private static List<ConsentReceipt> receipts(SubjectEvent... events) {
    List<SubjectHistory.Entry> entries = new ArrayList<>();
    entries.add(new SubjectHistory.Entry(registered(), id(0), EARLIER));
    for (SubjectEvent event : events) {
      entries.add(new SubjectHistory.Entry(event, id(entries.size()), END));
    }
    return ConsentReceipt.all(new SubjectHistory(entries));
  }

  @Test
  void clause_7_1_the_first_receipt_for_a_purpose_supersedes_none_and_the_next_the_one_before() {
    assertThat(
            receipts(
                consentGiven(NEWSLETTER),
                consentRefused(SURVEY, EARLIER),
                consentWithdrawn(NEWSLETTER, EARLIER.plusSeconds(1))))
        .extracting(ConsentReceipt::receiptId, ConsentReceipt::supersedes)
        .containsExactly(tuple(id(1), null), tuple(id(2), null), tuple(id(3), id(1)));
  }

  @Test
  void clause_8_4_a_withdrawal_names_the_consent_of_its_day_not_one_that_was_recorded_late() {
    List<ConsentReceipt> receipts =
        receipts(
            consentGiven(NEWSLETTER, terms().toVersion(2), EARLIER.plusSeconds(10)),
            consentGiven(NEWSLETTER, terms(), EARLIER),
            consentWithdrawn(NEWSLETTER, EARLIER.plusSeconds(20)));
    assertThat(consent(receipts.getLast())).isEqualTo(id(1));
    assertThat(receipts.getLast().supersedes()).isEqualTo(id(2));
  }

  @Test
  void clause_8_9_an_expiry_names_the_consent_that_ended() {
    List<ConsentReceipt> receipts =
        receipts(
            consentGiven(NEWSLETTER, terms().until(END), EARLIER),
            consentExpired(NEWSLETTER, id(1), END));
    assertThat(consent(receipts.getLast())).isEqualTo(id(1));
  }

  @Test
  void clause_4_1_a_refusal_of_somebody_who_never_consented_has_no_consent() {
    assertThat(receipts(consentRefused(NEWSLETTER, EARLIER)).getFirst().consent()).isNull();
  }

  private static UUID consent(ConsentReceipt receipt) {
    return receipt.consent().givenBy();
  }
}
