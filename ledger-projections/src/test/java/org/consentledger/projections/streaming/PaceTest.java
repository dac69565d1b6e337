package org.consentledger.projections.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.NEWSLETTER;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.Test;

/** A batch costs a transaction, whatever it holds: many events in a row cost few. */
class PaceTest {

  private static final String NAME = "pace";

  private final List<List<Long>> batches = new CopyOnWriteArrayList<>();

  private final class Counting implements Projection {

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public void project(List<RecordedEvent> events) {
      batches.add(events.stream().map(RecordedEvent::position).toList());
    }
  }

  @Test
  void events_that_follow_one_another_closely_are_taken_in_together_and_in_order() {
    try (TestDatabase database = TestDatabase.create();
        LedgerUnderTest ledger =
            LedgerUnderTest.start(database, client -> new Counting()).withSampleRegisters()) {
      Person person = Person.registered(ledger);
      ledger.progress().awaitHead(NAME);
      batches.clear();

      long first = person.gives(NEWSLETTER).position();
      long begun = System.nanoTime();
      long last = first;
      for (int time = 0; time < 50; time++) {
        person.withdraws(NEWSLETTER);
        last = person.gives(NEWSLETTER).position();
      }
      ledger.progress().awaitHead(NAME);
      Duration passed = Duration.ofNanos(System.nanoTime() - begun);

      List<Long> taken = batches.stream().flatMap(List::stream).toList();
      assertThat(taken).isSorted().hasSize((int) (last - first + 1)).startsWith(first);
      assertThat(batches).hasSizeLessThanOrEqualTo((int) (passed.toMillis() / 20) + 3);
    }
  }
}
