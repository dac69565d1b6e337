package org.consentledger.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.consentledger.core.calendar.Step.Effect;

/** What holds for every term, and that a count by other means comes to the same. */
class DeadlineProperties {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
  private static final Instant BEGIN = Instant.parse("2024-02-20T00:00:00Z");
  private static final Instant END = Instant.parse("2029-06-01T00:00:00Z");
  private static final Set<LocalDate> EXTRA =
      dates("2026-03-10", "2026-03-26", "2026-07-07", "2026-12-17");
  private static final Set<LocalDate> WORKING =
      dates("2026-03-14", "2026-03-28", "2026-05-10", "2026-07-11", "2026-12-20");

  private final WorkingDays calendar =
      WorkingDays.shipped().with(new ByteArrayInputStream(exchanges()));
  private final NaiveCalendar naive = new NaiveCalendar(EXTRA, WORKING, 2035);
  private final Deadlines deadlines = new Deadlines(calendar);

  private static Set<LocalDate> dates(String... days) {
    return Set.of(days).stream().map(LocalDate::parse).collect(Collectors.toSet());
  }

  private static byte[] exchanges() {
    return """
    {"year": 2026, "confirmed": true, "extraDaysOff": [%s], "workingWeekendDays": [%s],
     "daysOff": [{"day": "2026-05-27", "name": "kurban-ait", "certainty": "CONFIRMED"}]}
    """
        .formatted(quoted(EXTRA), quoted(WORKING))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(Set<LocalDate> days) {
    return days.stream().map(day -> "\"" + day + "\"").collect(Collectors.joining(","));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.oneOf(
        Arbitraries.longs()
            .between(BEGIN.getEpochSecond(), END.getEpochSecond())
            .map(Instant::ofEpochSecond),
        // Midnight in Kazakhstan, and just before and after.
        Combinators.combine(
                Arbitraries.longs()
                    .between(BEGIN.getEpochSecond() / 86400, END.getEpochSecond() / 86400),
                Arbitraries.of(5, 6),
                Arbitraries.of(-1, 0, 1))
            .as((day, hours, nanos) -> midnight(day, hours).plusNanos(nanos)));
  }

  private static Instant midnight(long day, int hours) {
    return Instant.ofEpochSecond(day * 86400 - hours * 3600L);
  }

  @Provide
  Arbitrary<Counting> countings() {
    Arbitrary<LegalTerm> terms =
        Combinators.combine(
                Arbitraries.integers().between(1, 30), Arbitraries.of(TermUnit.values()))
            .as(Terms::term);
    Arbitrary<List<long[]>> pauses =
        Combinators.combine(
                Arbitraries.longs().between(-10 * 86400, 40 * 86400),
                Arbitraries.longs().between(-20 * 86400, 20 * 86400))
            .as((after, length) -> new long[] {after, length})
            .list()
            .ofMaxSize(3);
    return Combinators.combine(
            moments(),
            terms,
            pauses,
            Arbitraries.integers().between(-20, 15),
            Arbitraries.integers().between(-40, 40))
        .as(DeadlineProperties::counting);
  }

  /** Lengths of pauses below zero stand for a pause of a moment, named dates for none. */
  private static Counting counting(
      Instant trigger, LegalTerm term, List<long[]> pauses, int extension, int named) {
    Counting counting = Counting.from(trigger, term);
    for (long[] pause : pauses) {
      Instant from = trigger.plusSeconds(pause[0]);
      counting = counting.paused(from, from.plusSeconds(Math.max(0, pause[1])));
    }
    if (extension > 0) {
      counting = counting.extended(extension);
    }
    return named < 0
        ? counting
        : counting.endingBy(LocalDate.ofInstant(trigger, ZONE).plusDays(named));
  }

  private Due due(Counting counting) {
    return (Due) deadlines.due(counting);
  }

  private LocalDate naive(Counting it) {
    return naive.due(
        it.trigger(),
        it.term().length() + it.extension(),
        it.term().unit() == TermUnit.WORKING_DAYS,
        it.pauses(),
        it.named());
  }

  @Property(tries = 3000)
  void a_count_day_by_day_by_other_means_comes_to_the_same(@ForAll("countings") Counting counting) {
    assertThat(due(counting).day()).isEqualTo(naive(counting));
  }

  @Property(tries = 1000)
  void a_pause_that_lasts_is_in_the_way_exactly_where_it_is_by_other_means(
      @ForAll("countings") Counting counting, @ForAll @IntRange(min = -5, max = 60) int days) {
    Counting lasting = counting.paused(counting.trigger().plus(Duration.ofDays(days)), null);
    LocalDate expected = naive(lasting);

    Deadline deadline = deadlines.due(lasting);
    assertThat(deadline instanceof Due due ? due.day() : null).isEqualTo(expected);
  }

  @Property(tries = 1000)
  void a_term_ends_on_a_working_day_or_on_the_day_that_the_authority_named(
      @ForAll("countings") Counting counting) {
    LocalDate day = due(counting).day();

    assertThat(calendar.isWorking(day) || day.equals(counting.named())).isTrue();
    assertThat(day).isAfterOrEqualTo(LocalDate.ofInstant(counting.trigger(), ZONE));
  }

  @Property(tries = 1000)
  void what_is_triggered_later_is_not_due_earlier(
      @ForAll("countings") Counting counting, @ForAll @IntRange(max = 3_000_000) int seconds) {
    Counting unnamed =
        new Counting(
            counting.trigger(), counting.term(), counting.pauses(), counting.extension(), null);
    Counting later =
        new Counting(
            counting.trigger().plusSeconds(seconds),
            counting.term(),
            counting.pauses(),
            counting.extension(),
            null);

    assertThat(due(later).day()).isAfterOrEqualTo(due(unnamed).day());
  }

  @Property(tries = 1000)
  void a_pause_never_makes_it_earlier(
      @ForAll("countings") Counting counting,
      @ForAll @IntRange(min = -1_000_000, max = 4_000_000) int after,
      @ForAll @IntRange(max = 2_000_000) int length) {
    Instant from = counting.trigger().plusSeconds(after);

    assertThat(due(counting.paused(from, from.plusSeconds(length))).day())
        .isAfterOrEqualTo(due(counting).day());
  }

  @Property(tries = 1000)
  void an_extension_adds_exactly_its_days(
      @ForAll("countings") Counting counting, @ForAll @IntRange(min = 1, max = 30) int days) {
    Counting plain = new Counting(counting.trigger(), counting.term(), counting.pauses(), 0, null);
    Due extended = due(plain.extended(days));

    assertThat(total(extended)).isEqualTo(total(due(plain)) + days);
    assertThat(daysOf(extended, Effect.COUNTED_EXTENSION)).isEqualTo(days);
    assertThat(daysOf(extended, Effect.COUNTED)).isEqualTo(counting.term().length());
    assertThat(extended.day()).isAfterOrEqualTo(due(plain).day());
  }

  private static int total(Due due) {
    return due.counted().isEmpty() ? 0 : due.counted().getLast().total();
  }

  private static long daysOf(Due due, Effect effect) {
    return due.counted().stream()
        .filter(step -> step.effect() == effect)
        .mapToLong(step -> step.last().toEpochDay() - step.first().toEpochDay() + 1)
        .sum();
  }

  @Property(tries = 1000)
  void the_arithmetic_has_no_gap_and_its_sums_are_right(@ForAll("countings") Counting counting) {
    Due due = due(counting);
    LocalDate next = LocalDate.ofInstant(counting.trigger(), ZONE).plusDays(1);
    int total = 0;
    for (Step step : due.counted()) {
      assertThat(step.first()).isEqualTo(next);
      assertThat(step.last()).isAfterOrEqualTo(step.first());
      next = step.last().plusDays(1);
      boolean counts = step.effect() == Effect.COUNTED || step.effect() == Effect.COUNTED_EXTENSION;
      total += counts ? (int) (next.toEpochDay() - step.first().toEpochDay()) : 0;
      assertThat(step.total()).isEqualTo(total);
    }
    assertThat(next).isEqualTo(due.day().plusDays(1));
  }

  @Property(tries = 1000)
  void reminders_come_in_order_within_the_term_and_end_with_its_last_day(
      @ForAll("countings") Counting counting) {
    Due due = due(counting);
    List<LocalDate> days = new ArrayList<>();
    due.reminders().forEach(reminder -> days.add(reminder.day()));

    assertThat(days).isSorted().doesNotHaveDuplicates();
    assertThat(days.getLast()).isEqualTo(due.day());
    assertThat(due.reminders().getLast().kind()).isEqualTo(Reminder.Kind.LAST_DAY);
    assertThat(days.getFirst()).isAfterOrEqualTo(LocalDate.ofInstant(counting.trigger(), ZONE));
  }

  @Example
  void every_day_is_working_or_free_as_it_is_by_other_means() {
    LocalDate.of(2024, 1, 1)
        .datesUntil(LocalDate.of(2036, 1, 1))
        .forEach(
            day ->
                assertThat(calendar.isWorking(day)).as("" + day).isEqualTo(naive.isWorking(day)));
  }

  @Example
  void as_many_days_are_freed_as_holidays_fall_on_weekends() {
    List<LocalDate> moved =
        LocalDate.of(2023, 1, 1)
            .datesUntil(LocalDate.of(2036, 1, 1))
            .filter(day -> calendar.kindOf(day) == DayKind.MOVED_DAY_OFF)
            .toList();
    List<LocalDate> onWeekends =
        LocalDate.of(2023, 1, 1)
            .datesUntil(LocalDate.of(2036, 1, 1))
            .filter(day -> day.getDayOfWeek().getValue() > 5)
            .filter(day -> calendar.kindOf(day) == DayKind.HOLIDAY)
            .toList();

    assertThat(moved).hasSameSizeAs(onWeekends).hasSize(naive.incurred());
    assertThat(moved).containsExactlyInAnyOrderElementsOf(naive.paid());
  }
}
