package org.consentledger.api.subject;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The evidence of a claimed ground: what is checked of it before it is sealed (section 7). */
final class Evidence {

  private static final List<String> ROLES = List.of("PARTY", "BENEFICIARY", "GUARANTOR");

  private Evidence() {}

  /**
   * The keys under which something was brought. Whether they are enough is for the rules to say.
   *
   * @throws ProblemException where the role in a contract or the date of an act is none
   */
  static SortedSet<String> keys(LegalGround ground, @Nullable Map<String, String> evidence) {
    SortedSet<String> keys = new TreeSet<>();
    if (evidence == null) {
      return keys;
    }
    evidence.forEach(
        (key, value) -> {
          if (!value.isBlank()) {
            keys.add(key);
          }
        });
    List<InvalidInput> wrong = new ArrayList<>();
    String role = evidence.getOrDefault("role", "");
    if (ground == LegalGround.CONTRACT && !role.isBlank() && !ROLES.contains(role)) {
      wrong.add(invalid("/evidence/role", "must be one of PARTY, BENEFICIARY, GUARANTOR"));
    }
    String date = evidence.getOrDefault("date", "");
    if (ground == LegalGround.JUSTICE && !date.isBlank() && !isDate(date)) {
      wrong.add(invalid("/evidence/date", "must be a date such as 2026-03-01"));
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "INVALID_INPUT",
                  "The input breaks the rules named in errors.")
              .withErrors(wrong));
    }
    return keys;
  }

  private static InvalidInput invalid(String pointer, String message) {
    return new InvalidInput(pointer, "INVALID_INPUT", message);
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException none) {
      return false;
    }
  }
}
