package org.consentledger.core.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.calendar.Step.Effect;

/** Writes the arithmetic of one term, day by day. */
final class Steps {

  private final List<Step> steps = new ArrayList<>();
  private final List<LocalDate> countedDays = new ArrayList<>();

  void count(LocalDate day, Effect effect) {
    countedDays.add(day);
    add(day, day, effect);
  }

  /** Days that follow the ones before; those that do the same make one step. */
  void add(LocalDate first, LocalDate last, Effect effect) {
    boolean more = !steps.isEmpty() && steps.getLast().effect() == effect;
    LocalDate begin = more ? steps.removeLast().first() : first;
    steps.add(new Step(begin, last, effect, total()));
  }

  int total() {
    return countedDays.size();
  }

  Optional<LocalDate> lastCounted() {
    return countedDays.isEmpty() ? Optional.empty() : Optional.of(countedDays.getLast());
  }

  List<LocalDate> countedDays() {
    return countedDays;
  }

  List<Step> list() {
    return List.copyOf(steps);
  }
}
