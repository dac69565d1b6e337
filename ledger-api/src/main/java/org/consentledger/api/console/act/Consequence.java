package org.consentledger.api.console.act;

import java.util.List;

/**
 * One thing that comes of an act.
 *
 * @param kind what becomes of it
 * @param key the sentence, as a key of words
 * @param values what stands in its places
 */
record Consequence(Kind kind, String key, List<Object> values) {

  /** What becomes of something. */
  enum Kind {
    /** It is no more. */
    ENDS,
    /** It is as it was, or begins. */
    HOLDS,
    /** It is to be known. */
    NOTE
  }

  static Consequence ends(String key, Object... values) {
    return new Consequence(Kind.ENDS, "acts.consequence." + key, List.of(values));
  }

  static Consequence holds(String key, Object... values) {
    return new Consequence(Kind.HOLDS, "acts.consequence." + key, List.of(values));
  }

  static Consequence note(String key, Object... values) {
    return new Consequence(Kind.NOTE, "acts.consequence." + key, List.of(values));
  }
}
