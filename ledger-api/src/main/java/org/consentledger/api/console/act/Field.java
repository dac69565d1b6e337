package org.consentledger.api.console.act;

import java.util.Arrays;
import java.util.List;
import org.consentledger.core.personaldata.IdentifierKind;
import org.jspecify.annotations.Nullable;

/**
 * Something that a form asks for. Its label is {@code acts.field.<name>}, its hint {@code
 * acts.hint.<name>} where there is one.
 *
 * @param most how many characters a text may have
 * @param options what there is to choose from
 * @param preset what is said where nothing was said yet
 */
record Field(
    String name,
    Kind kind,
    boolean required,
    int most,
    List<Option> options,
    @Nullable String preset) {

  /** How it is asked. */
  enum Kind {
    /** One of a list. */
    CHOICE,
    /** Any of a list. */
    CHOICES,
    /** A line. */
    LINE,
    /** Several lines. */
    TEXT,
    /** A day of Kazakhstan. */
    DAY,
    /** A day, and a time of it where that matters. */
    MOMENT,
    /** Yes, or else no. */
    FLAG
  }

  /** What can be chosen, and how it is called in the reader's language. */
  record Option(String value, String label) {}

  /** One that must be chosen; where there is but one, it is. */
  static Field choice(String name, List<Option> options, @Nullable String preset) {
    String only = options.size() == 1 ? options.getFirst().value() : null;
    return new Field(name, Kind.CHOICE, true, 0, options, preset == null ? only : preset);
  }

  static Field choices(String name, List<Option> options) {
    return new Field(name, Kind.CHOICES, false, 0, options, null);
  }

  static Field line(String name, int most) {
    return new Field(name, Kind.LINE, true, most, List.of(), null);
  }

  /** What a person is known by, in the form that the API takes. */
  static Field identifier(IdentifierKind kind) {
    return line(kind.name(), 254).optional();
  }

  static Field text(String name, int most) {
    return new Field(name, Kind.TEXT, true, most, List.of(), null);
  }

  static Field day(String name, @Nullable String preset) {
    return new Field(name, Kind.DAY, true, 0, List.of(), preset);
  }

  static Field moment(String name) {
    return new Field(name, Kind.MOMENT, false, 0, List.of(), null);
  }

  static Field flag(String name) {
    return new Field(name, Kind.FLAG, false, 0, List.of(), null);
  }

  /** The same, that need not be said. */
  Field optional() {
    return new Field(name, kind, false, most, options, preset);
  }

  /** How what was said is called. */
  public String labelOf(String said) {
    return options.stream()
        .filter(option -> option.value().equals(said))
        .map(Option::label)
        .findFirst()
        .orElse(said);
  }

  /** What is wrong with what was said, as a key of words; none where nothing is. */
  @Nullable String wrong(Entry entry) {
    return switch (kind) {
      case CHOICE -> wrongChoice(entry.text(name));
      case CHOICES -> entry.all(name).stream().allMatch(this::isOption) ? null : "acts.wrong";
      case LINE, TEXT -> wrongText(entry.text(name));
      case DAY, MOMENT -> wrongMoment(entry);
      case FLAG -> null;
    };
  }

  private @Nullable String wrongChoice(@Nullable String said) {
    if (said == null) {
      return required ? "acts.missing.choice" : null;
    }
    return isOption(said) ? null : "acts.wrong";
  }

  private boolean isOption(String said) {
    return options.stream().anyMatch(option -> option.value().equals(said));
  }

  private @Nullable String wrongText(@Nullable String said) {
    if (said == null) {
      return required ? "acts.missing" : null;
    }
    if (said.length() > most) {
      return "acts.long";
    }
    boolean malformed =
        Arrays.stream(IdentifierKind.values())
            .filter(identifier -> identifier.name().equals(name))
            .anyMatch(identifier -> identifier.normalise(said).isEmpty());
    return malformed ? "acts.wrong." + name : null;
  }

  private @Nullable String wrongMoment(Entry entry) {
    if (entry.text(name) == null) {
      return required || entry.text(name + Entry.TIME) != null ? "acts.missing.day" : null;
    }
    return entry.isDay(name) ? null : "acts.wrong.day";
  }
}
