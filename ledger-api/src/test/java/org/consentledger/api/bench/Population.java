package org.consentledger.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.consentledger.api.testing.LedgerClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People as an operator has them, told to the ledger as an operator would, by imports: each
 * registered with an address, with two consents out of five purposes and one use of their data;
 * every fifth has withdrawn one of the consents.
 */
final class Population {

  static final String POLICY = "1.0";
  private static final int PURPOSES = 5;
  private static final int LINES_AT_ONCE = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final LedgerClient ledger;
  private final List<String> subjects = new ArrayList<>();
  private int further;

  private Population(LedgerClient ledger) {
    this.ledger = ledger;
  }

  /** Nobody yet, but what there can be consent to. */
  static Population begin(LedgerClient ledger) {
    ledger.publishPolicy(POLICY, "");
    for (int i = 0; i < PURPOSES; i++) {
      ledger.definePurpose(purpose(i), POLICY);
    }
    return new Population(ledger);
  }

  List<String> subjects() {
    return subjects;
  }

  /** The purpose of the first consent of the subject with this number. */
  static String purpose(int subject) {
    return "letters-" + (char) ('a' + subject % PURPOSES);
  }

  /** A purpose to which nobody has consented yet. */
  String furtherPurpose() {
    StringBuilder code = new StringBuilder("further-");
    for (int rest = further++; rest >= 0; rest = rest / 26 - 1) {
      code.append((char) ('a' + rest % 26));
    }
    ledger.definePurpose(code.toString(), POLICY);
    return code.toString();
  }

  /** More people, until there are so many. */
  void growTo(int size) {
    while (subjects.size() < size) {
      int from = subjects.size();
      int more = Math.min(size - from, LINES_AT_ONCE);
      subjects.addAll(register(more));
      importAll(more, i -> consent(from + i, from + i));
      importAll(more, i -> consent(from + i, from + i + 2));
      importAll(more, i -> (from + i) % PURPOSES == 0 ? withdrawal(from + i) : null);
      importAll(more, i -> use(from + i));
    }
  }

  /** Registers people who are not part of the population; answers their identifiers. */
  List<String> register(int count) {
    List<String> registered = new ArrayList<>();
    for (String answer :
        importAll(
            count,
            i ->
                line(
                    "",
                    """
                    {"identifiers":{"email":"%s@example.kz"},"purposeId":"letters-a","source":"IMPORT","language":"kk"}\
                    """
                        .formatted(UUID.randomUUID())))) {
      JsonNode subject = JSON.readTree(answer).at("/answer/subjectId");
      registered.add(subject.asString());
    }
    return registered;
  }

  /** Lines by number, none where there is nothing to say; all must succeed. */
  List<String> importAll(int count, IntFunction<String> line) {
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, count)
        .mapToObj(line)
        .filter(each -> each != null)
        .forEach(each -> lines.append(each).append('\n'));
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> answers =
        ledger.exchangeLines("/api/v1/import", lines.toString()).lines().toList();
    for (String answer : answers) {
      if (!answer.contains("\"status\":20")) {
        throw new IllegalStateException("A line was not taken: " + answer);
      }
    }
    return answers;
  }

  private String consent(int subject, int purpose) {
    return consent(subjects.get(subject), purpose(purpose));
  }

  static String consent(String subject, String purpose) {
    return line(
        "/" + subject + "/consents",
        """
        {"purposeId":"%s","policyVersion":"%s","language":"kk","channel":"LETTER","givenBy":{"role":"SUBJECT"},"effectiveAt":"2026-02-17T09:00:00Z"}\
        """
            .formatted(purpose, POLICY));
  }

  private String withdrawal(int subject) {
    return line(
        "/" + subjects.get(subject) + "/consents/" + purpose(subject + 2) + "/withdrawal",
        """
        {"channel":"EMAIL","effectiveAt":"2026-03-20T09:00:00Z"}\
        """);
  }

  private String use(int subject) {
    return use(subjects.get(subject), purpose(subject));
  }

  static String use(String subject, String purpose) {
    return line(
        "/" + subject + "/processing",
        """
        {"purposeId":"%s","action":"USE","categories":["EMAIL"]}\
        """
            .formatted(purpose));
  }

  private static String line(String below, String body) {
    return "{\"idempotencyKey\":\"%s\",\"path\":\"/api/v1/subjects%s\",\"body\":%s}"
        .formatted(UUID.randomUUID(), below, body);
  }
}
