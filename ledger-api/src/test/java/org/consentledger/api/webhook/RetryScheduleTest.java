package org.consentledger.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryScheduleTest {

  private static final WebhookProperties SHIPPED =
      new Binder(new MapConfigurationPropertySource())
          .bindOrCreate("ledger.webhooks", WebhookProperties.class);

  private final RetrySchedule schedule = new RetrySchedule(SHIPPED.schedule());

  @Test
  void the_shipped_schedule_is_that_of_standard_webhooks_and_ends_after_ten_attempts() {
    List<Duration> delays =
        IntStream.rangeClosed(1, 9)
            .mapToObj(attempts -> schedule.after(attempts, null, 0).orElseThrow())
            .toList();
    assertThat(delays)
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    assertThat(schedule.after(10, null, 0)).isEmpty();
    assertThat(SHIPPED.timeout()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
  }

  @Test
  void delays_are_spread_by_a_tenth_and_never_shorter_than_asked_for() {
    assertThat(schedule.after(2, null, 1)).contains(Duration.ofMinutes(5).plusSeconds(30));
    assertThat(schedule.after(1, Duration.ofSeconds(60), 0)).contains(Duration.ofSeconds(60));
    assertThat(schedule.after(2, Duration.ofSeconds(60), 0)).contains(Duration.ofMinutes(5));
    assertThat(schedule.after(1, Duration.ofSeconds(-60), 0)).contains(Duration.ofSeconds(5));
    assertThat(schedule.after(1, Duration.ofDays(3650), 0)).contains(Duration.ofDays(1));
  }

  @Test
  void a_receiver_that_is_down_is_left_alone_for_longer_each_time_but_five_minutes_at_most() {
    assertThat(schedule.pause(2, null, 0)).isZero();
    assertThat(schedule.pause(1, Duration.ofSeconds(7), 0)).isEqualTo(Duration.ofSeconds(7));
    assertThat(schedule.pause(3, null, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(schedule.pause(4, null, 0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(schedule.pause(1_000_000, null, 0)).isEqualTo(Duration.ofSeconds(320));
    assertThat(schedule.pause(4, Duration.ofHours(1), 0)).isEqualTo(Duration.ofHours(1));
  }
}
