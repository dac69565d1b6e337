package org.consentledger.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/**
 * What there is to count: a term, the moment of its trigger, and what happened to it since. Each
 * method answers another counting and changes nothing.
 *
 * @param trigger when the term was triggered; its first day is the day after
 * @param pauses while it did not run, in any order; they may overlap
 * @param extension by how many days of the term's unit it was extended, or 0
 * @param named the date that the authority's request names, if it does (policy 3.2)
 */
public record Counting(
    Instant trigger, LegalTerm term, List<Pause> pauses, int extension, @Nullable LocalDate named) {

  /** Copies the list. */
  public Counting {
    pauses = List.copyOf(pauses);
  }

  /** A term that runs from its trigger on without anything special. */
  public static Counting from(Instant trigger, LegalTerm term) {
    return new Counting(trigger, term, List.of(), 0, null);
  }

  /**
   * With one more pause: the identity of who asks is not verified yet, or it was asked what is
   * meant.
   *
   * @param until the first moment at which the term runs again; none while it does not
   * @throws IllegalArgumentException where the pause ends before it begins
   */
  public Counting paused(Instant from, @Nullable Instant until) {
    List<Pause> more = new ArrayList<>(pauses);
    more.add(new Pause(from, until));
    return new Counting(trigger, term, more, extension, named);
  }

  /**
   * Extended by some days of the term's unit. A term is extended once.
   *
   * @throws IllegalStateException where it was extended before
   * @throws IllegalArgumentException where the days are not 1 to {@link LegalTerm#LONGEST}
   */
  public Counting extended(int days) {
    if (extension > 0) {
      throw new IllegalStateException("A term can be extended only once.");
    }
    if (days < 1 || days > LegalTerm.LONGEST) {
      throw new IllegalArgumentException(
          "A term can be extended by 1 to " + LegalTerm.LONGEST + " days.");
    }
    return new Counting(trigger, term, pauses, days, named);
  }

  /**
   * With the date that the authority's request names. It wins where it is sooner than the term, is
   * never moved, and holds during a pause, too: nobody but the authority can change it.
   *
   * @throws IllegalArgumentException where it lies before the day of the trigger
   */
  public Counting endingBy(LocalDate date) {
    if (date.isBefore(Kazakhstan.dayOf(trigger))) {
      throw new IllegalArgumentException("The date lies before the request that names it.");
    }
    return new Counting(trigger, term, pauses, extension, date);
  }

  /** How many days are counted altogether. */
  int days() {
    return term.length() + extension;
  }

  /** The pause that keeps a day from counting longest, if one does. */
  Optional<Pause> pauseOn(LocalDate day) {
    return pauses.stream().filter(pause -> pause.touches(day)).reduce(Counting::longer);
  }

  private static Pause longer(Pause one, Pause other) {
    @Nullable Instant until = one.until();
    @Nullable Instant otherUntil = other.until();
    return until == null || (otherUntil != null && until.isAfter(otherUntil)) ? one : other;
  }
}
