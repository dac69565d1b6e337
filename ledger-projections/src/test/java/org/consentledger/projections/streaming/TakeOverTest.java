package org.consentledger.projections.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.NEWSLETTER;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.Test;

/** A node that died a moment ago still holds its claims; nobody who asks is to notice. */
class TakeOverTest {

  @Test
  void a_question_is_answered_although_the_node_that_followed_the_history_has_just_died() {
    try (TestDatabase database = TestDatabase.create()) {
      try (LedgerUnderTest first = LedgerUnderTest.start(database).withSampleRegisters()) {
        first.progress().awaitHead(HistoryProjection.NAME);
      }
      claimForTheDead(database);

      try (LedgerUnderTest second = LedgerUnderTest.start(database)) {
        long acknowledged = Person.registered(second).gives(NEWSLETTER).position();

        assertThat(everything(second))
            .last()
            .extracting(HistoryQuery.Item::position)
            .isEqualTo(acknowledged);
      }
    }
  }

  private static List<HistoryQuery.Item> everything(LedgerUnderTest ledger) {
    return ledger
        .history()
        .find(new HistoryQuery.Filter(null, null, null, null, null, null), 0, 1000);
  }

  /** As a node leaves its claims that is killed the moment after it has renewed them. */
  private static void claimForTheDead(TestDatabase database) {
    int claimed =
        database
            .ownerClient()
            .sql("update projection_token set owner = 'a node that died', timestamp = :now")
            .param("now", Instant.now().toString())
            .update();
    assertThat(claimed).isEqualTo(2);
  }
}
