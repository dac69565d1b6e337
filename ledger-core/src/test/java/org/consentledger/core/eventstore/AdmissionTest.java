package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.core.eventstore.LedgerOverloaded.Reason;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final AtomicReference<Duration> expected = new AtomicReference<>(Duration.ZERO);
  private final Admission admission = new Admission(3, LONGEST, expected::get);

  private void assertRefused(Reason reason) {
    assertThatThrownBy(admission::enter)
        .isInstanceOfSatisfying(
            LedgerOverloaded.class,
            it -> {
              assertThat(it.reason()).isEqualTo(reason);
              assertThat(it.expectedWait()).isEqualTo(expected.get());
            });
  }

  @Test
  void as_many_begin_as_there_are_places_and_each_end_makes_room_for_one() {
    List<Admission.Place> places = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      places.add(admission.enter());
    }
    assertRefused(Reason.COMMANDS);

    places.removeFirst().close();
    places.add(admission.enter());
    assertRefused(Reason.COMMANDS);
    places.forEach(Admission.Place::close);
  }

  @Test
  void who_would_wait_too_long_does_not_begin_and_takes_no_place() {
    expected.set(LONGEST.plusNanos(1));
    for (int i = 0; i < 5; i++) {
      assertRefused(Reason.WAIT);
    }

    expected.set(LONGEST);
    for (int i = 0; i < 3; i++) {
      assertThat(admission.enter()).isNotNull();
    }
    assertRefused(Reason.COMMANDS);
  }
}
