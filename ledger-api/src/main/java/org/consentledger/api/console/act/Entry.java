package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.consentledger.api.console.subject.Said;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was said in a form, by the names of its fields. */
final class Entry {

  /** What the name of the time ends with that belongs to a day. */
  static final String TIME = "-time";

  private final MultiValueMap<String, String> said;

  Entry(MultiValueMap<String, String> said) {
    this.said = said;
  }

  /** Whether the field was in the form at all. */
  boolean has(String name) {
    return said.containsKey(name);
  }

  /** What was said; none where it was left empty. */
  public @Nullable String text(String name) {
    return Said.text(said.getFirst(name));
  }

  /** What was said, of a field that was checked. */
  String required(String name) {
    return requireNonNull(text(name), name);
  }

  /** All that was chosen. */
  public List<String> all(String name) {
    return said.getOrDefault(name, List.of()).stream().filter(it -> !it.isBlank()).toList();
  }

  /** Whether it was said at all: of a field that is ticked, or of one value among several. */
  public boolean isTicked(String name) {
    return text(name) != null;
  }

  /** A constant that was chosen; none where nothing was. */
  <E extends Enum<E>> @Nullable E one(String name, Class<E> list) {
    String chosen = text(name);
    return chosen == null ? null : Enum.valueOf(list, chosen);
  }

  /** Whether a day was said, and a time of it that there is. */
  boolean isDay(String name) {
    try {
      return moment(name, LocalTime.MIN) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** The day that was said. */
  public @Nullable LocalDate day(String name) {
    String day = text(name);
    return day == null ? null : LocalDate.parse(day);
  }

  /**
   * The moment that was said, on the clocks of Kazakhstan; none where no day was.
   *
   * @param otherwise the time that is meant where a day was said without one
   */
  @Nullable Instant moment(String name, LocalTime otherwise) {
    LocalDate day = day(name);
    if (day == null) {
      return null;
    }
    String time = text(name + TIME);
    return day.atTime(time == null ? otherwise : LocalTime.parse(time))
        .atZone(Kazakhstan.ZONE)
        .toInstant();
  }
}
