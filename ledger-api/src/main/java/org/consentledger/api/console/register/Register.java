package org.consentledger.api.console.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/** A register as its pages show it: a list, an item with its versions, and a form. */
interface Register {

  /** Its name, in addresses and words. */
  String name();

  /** Whether items are added to it. */
  default boolean grows() {
    return true;
  }

  /** All items, in their order. */
  List<Item> items(Language language);

  /** One item, if there is one. */
  Optional<Item> item(String id, Language language);

  /**
   * The fields of the form.
   *
   * @param item what is there already; none for a new item
   */
  List<Field> fields(@Nullable Item item);

  /**
   * Sends the command that records an item.
   *
   * @throws IllegalArgumentException where a field does not say what it should
   */
  ResponseEntity<String> record(String id, Entry entered, CommandContext context);

  /**
   * An item.
   *
   * @param mark a word about how it stands, as a key; none where there is nothing to say
   * @param version the version that is shown; a page that changes it says which it knew
   * @param versions the newest first
   */
  record Item(
      String id,
      String name,
      @Nullable String mark,
      List<Fact> facts,
      int version,
      List<Version> versions) {}

  /**
   * What is said of an item.
   *
   * @param label a key of words
   * @param values what it is; codes have keys of words, which begin with their label
   */
  record Fact(String label, List<String> values) {
    static Fact of(String label, @Nullable Object value) {
      return new Fact(label, value == null ? List.of() : List.of(value.toString()));
    }

    static Fact all(String label, Iterable<?> values) {
      List<String> said = new ArrayList<>();
      values.forEach(it -> said.add(it.toString()));
      return new Fact(label, said);
    }
  }

  /** A version, with the event that recorded it. */
  record Version(int number, Instant at, UUID evidence) {}

  /** How something is entered. */
  enum Kind {
    TEXT,
    LONG_TEXT,
    MOMENT,
    DAY,
    NUMBER,
    ONE_OF,
    SOME_OF,
    YES
  }

  /**
   * A field of the form.
   *
   * @param options what may be chosen, where something is chosen
   * @param values what is said now
   */
  record Field(String name, Kind kind, boolean needed, List<String> options, List<String> values) {

    /** The fields with what was entered, so that nothing is typed twice. */
    static List<Field> said(List<Field> fields, MultiValueMap<String, String> entered) {
      return fields.stream()
          .map(
              it ->
                  new Field(
                      it.name(),
                      it.kind(),
                      it.needed(),
                      it.options(),
                      entered.getOrDefault(it.name(), List.of())))
          .toList();
    }

    static Field of(String name, Kind kind, boolean needed, @Nullable Object value) {
      return new Field(
          name, kind, needed, List.of(), value == null ? List.of() : List.of(value.toString()));
    }
  }
}
