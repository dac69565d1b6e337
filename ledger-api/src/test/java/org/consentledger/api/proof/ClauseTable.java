package org.consentledger.api.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The table of clauses, as tests that passed prove it.
 *
 * <p>It says nothing that was not seen: a clause stands in it with tests that passed, and with
 * operations that those tests called.
 */
final class ClauseTable {

  private final List<Clause> clauses;
  private final List<Proof> proofs;

  ClauseTable(List<Clause> clauses, Collection<Proof> runs) {
    this.clauses = List.copyOf(clauses);
    this.proofs = byTest(runs);
  }

  /** Of each test one proof, which passed if all its runs did. */
  private static List<Proof> byTest(Collection<Proof> runs) {
    Map<String, Proof> tests = new TreeMap<>();
    for (Proof run : runs) {
      tests.merge(run.testClass() + "." + run.method(), run, ClauseTable::both);
    }
    return List.copyOf(tests.values());
  }

  private static Proof both(Proof one, Proof other) {
    SortedSet<String> operations = new TreeSet<>(one.operations());
    operations.addAll(other.operations());
    return new Proof(
        one.clauses(), one.testClass(), one.method(), one.passed() && other.passed(), operations);
  }

  /** What does not fit together, in sentences; nothing where the table may be shown. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (Clause clause : clauses) {
      complaints.addAll(complaints(clause));
    }
    for (Proof proof : proofs) {
      for (String name : proof.clauses()) {
        if (clauses.stream().noneMatch(clause -> clause.clause().equals(name))) {
          complaints.add(
              "%s.%s proves \"%s\", which clauses.json does not have."
                  .formatted(proof.testClass(), proof.method(), name));
        }
      }
    }
    return complaints;
  }

  private List<String> complaints(Clause clause) {
    List<Proof> passed = passed(clause);
    if (passed.isEmpty()) {
      return List.of("No test that passed proves clause \"" + clause.clause() + "\".");
    }
    List<String> complaints = new ArrayList<>();
    SortedSet<String> called =
        passed.stream()
            .flatMap(proof -> proof.operations().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String operation : clause.operations()) {
      if (!called.contains(operation)) {
        complaints.add(
            "Clause \"%s\" names %s, which none of its tests calls. They call %s."
                .formatted(clause.clause(), operation, called));
      }
    }
    for (Proof proof : passed) {
      if (!clause.isMeantBy(proof.method())) {
        complaints.add(
            "%s.%s is named after another clause than \"%s\"."
                .formatted(proof.testClass(), proof.method(), clause.clause()));
      }
    }
    return complaints;
  }

  private List<Proof> passed(Clause clause) {
    return proofs.stream()
        .filter(proof -> proof.passed() && proof.clauses().contains(clause.clause()))
        .toList();
  }

  /** The table in Markdown. */
  String toMarkdown() {
    StringBuilder table =
        new StringBuilder("| clause | what it does | by | shown by |\n| --- | --- | --- | --- |\n");
    for (Clause clause : clauses) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  clause.clause(),
                  clause.does(),
                  clause.operations().stream()
                      .map(ClauseTable::brief)
                      .collect(Collectors.joining(", ")),
                  tests(clause)));
    }
    return table.toString();
  }

  private String tests(Clause clause) {
    Map<String, List<String>> sentences = new TreeMap<>();
    for (Proof proof : passed(clause)) {
      sentences.computeIfAbsent(proof.testClass(), none -> new ArrayList<>()).add(proof.sentence());
    }
    return sentences.entrySet().stream()
        .map(each -> "`%s`: %s".formatted(each.getKey(), String.join("; ", each.getValue())))
        .collect(Collectors.joining("<br>"));
  }

  /** What stands before every path says nothing to a reader. */
  private static String brief(String operation) {
    String path =
        operation
            .replaceFirst(" /api/v1/subjects/\\{subjectId}(?=/)", " …")
            .replaceFirst(" /api/v1/", " /");
    return "`" + path + "`";
  }
}
