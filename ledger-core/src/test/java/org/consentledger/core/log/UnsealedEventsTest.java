package org.consentledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.core.testing.ManyEvents;
import org.consentledger.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What sealing reads does not grow with the history behind it. */
class UnsealedEventsTest {

  @Test
  void the_last_batch_of_a_long_history_reads_no_more_than_itself() {
    try (TestDatabase database = TestDatabase.create()) {
      ManyEvents many = ManyEvents.in(database);
      many.analyse();
      UnsealedEvents unsealed = new UnsealedEvents(database.programClient());

      long read = many.rowsReadFor(() -> unsealed.after(ManyEvents.COUNT - 1000, 500));

      assertThat(read).as("500 events, 500 salts").isBetween(1000L, 1100L);
    }
  }
}
