package org.consentledger.api.proof;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the table: something that the policy demands.
 *
 * @param clause the number or numbers of the clause, and a word where one clause demands several
 *     things
 * @param does what the ledger does about it, in a sentence
 * @param operations by which calls, the most telling first
 */
record Clause(String clause, String does, List<String> operations) {

  private static final JsonMapper JSON = new JsonMapper();

  static List<Clause> parse(String document) {
    return List.of(JSON.readValue(document, Clause[].class));
  }

  /** Whether a test with this name is about this clause: one that names no clause may be. */
  boolean isMeantBy(String method) {
    if (!method.startsWith("clause_")) {
      return true;
    }
    String named = method.replaceFirst("^clause_(\\d+(?:_\\d+)*)_.*", "$1").replace('_', '.');
    return !clause.matches(".*\\d.*")
        || Arrays.stream(clause.split("[^\\d.]+"))
            .anyMatch(number -> number.equals(named) || number.startsWith(named + "."));
  }
}
