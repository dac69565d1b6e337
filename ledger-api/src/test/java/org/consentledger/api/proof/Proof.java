package org.consentledger.api.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a test ended that proves clauses; of a test with parameters, one of its runs.
 *
 * @param clauses what it proves, as {@code clauses.json} names it
 * @param operations what it called, as method and path
 */
record Proof(
    List<String> clauses,
    String testClass,
    String method,
    boolean passed,
    SortedSet<String> operations) {

  /** Where proofs lie until they are read: the build empties it before the first test. */
  static final Path FOLDER = Path.of("target", "clauses");

  private static final JsonMapper JSON = new JsonMapper();

  static Proof parse(String line) {
    return JSON.readValue(line, Proof.class);
  }

  String toLine() {
    return JSON.writeValueAsString(this) + "\n";
  }

  /** The test's name as the sentence that it is, without the number of the clause. */
  String sentence() {
    return method.replaceFirst("^(clauses?|promise)(_\\d+)+_", "").replace('_', ' ');
  }
}
