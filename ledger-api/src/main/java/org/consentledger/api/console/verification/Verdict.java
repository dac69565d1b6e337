package org.consentledger.api.console.verification;

import java.util.List;
import java.util.Map;

/**
 * What came of verifying a file.
 *
 * @param kind what it was taken for
 * @param sound whether nothing is wrong with it
 * @param checked what was checked, as keys of words
 * @param facts what it says, by keys of words
 * @param findings what is wrong, each in a line
 * @param findingsInAll how many things are wrong
 */
record Verdict(
    Kind kind,
    boolean sound,
    List<String> checked,
    Map<String, Object> facts,
    List<String> findings,
    long findingsInAll) {

  /** What can be verified. */
  enum Kind {
    /** An export archive. */
    ARCHIVE,
    /** The proof that an event is in the log. */
    PROOF,
    /** A signed note: what a command was answered, or a checkpoint. */
    NOTE,
    /** A receipt of consent or a certificate, as JSON. */
    DOCUMENT,
    /** Something else. */
    UNKNOWN
  }

  static Verdict sound(Kind kind, List<String> checked, Map<String, Object> facts) {
    return new Verdict(kind, true, checked, facts, List.of(), 0);
  }

  static Verdict wrong(Kind kind, List<String> checked, Map<String, Object> facts, String finding) {
    return new Verdict(kind, false, checked, facts, List.of(finding), 1);
  }
}
