package org.consentledger.api.importing;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.problem.BodyProblems;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ValidationProblems;
import org.consentledger.api.query.LimitedLines;
import org.consentledger.api.security.AccessRule;
import org.consentledger.api.security.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line, and says what is wrong with it before any endpoint sees it. */
@Component
final class LineReader {

  /** Identifiers and codes; nothing that means something else in an address. */
  private static final Pattern PATH =
      Pattern.compile(
          "/api/v1/subjects(?:/(?<subject>[A-Za-z0-9-]+)(?<rest>(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*))?");

  private static final Pattern ANSWER = Pattern.compile("/consents(?:/.*)?");

  private final JsonMapper json;
  private final Validator validator;

  LineReader(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /** Reads a line. */
  ReadLine read(LimitedLines.Line line) {
    if (line.isTooLong()) {
      return new ReadLine.Wrong(
          null,
          Problem.of(
              HttpStatus.CONTENT_TOO_LARGE, "LINE_TOO_LONG", "The line is longer than 1 MB."));
    }
    try {
      @Nullable ImportLine read = json.readValue(line.bytes(), ImportLine.class);
      if (read == null) {
        return new ReadLine.Wrong(
            null,
            Problem.of(HttpStatus.BAD_REQUEST, "WRONG_TYPE", "A line is an object, not null."));
      }
      return check(read);
    } catch (JacksonException malformed) {
      return new ReadLine.Wrong(null, BodyProblems.of(malformed));
    }
  }

  private ReadLine check(ImportLine line) {
    Set<ConstraintViolation<ImportLine>> violations = validator.validate(line);
    if (!violations.isEmpty()) {
      return new ReadLine.Wrong(
          null, ValidationProblems.of(new ConstraintViolationException(violations)));
    }
    Matcher path = PATH.matcher(line.path());
    if (!path.matches() || !isCommand(line.path())) {
      return wrong(
          line,
          "PATH_NOT_IMPORTED",
          null,
          "/path",
          "What is imported are commands to subjects: paths of the API to which they are posted,"
              + " at or below /api/v1/subjects.");
    }
    if (isUndatedAnswer(line, path.group("rest"))) {
      return wrong(
          line,
          "EFFECTIVE_AT_MISSING",
          "8.4",
          "/body/effectiveAt",
          "An import tells of the past: say when the person answered, so that no later answer is"
              + " overwritten.");
    }
    return new ReadLine.Command(line, order(line, path.group("subject")));
  }

  private static boolean isCommand(String path) {
    return AccessRule.neededFor(HttpMethod.POST, path)
        .filter(scope -> scope == Scope.COMMAND)
        .isPresent();
  }

  private static boolean isUndatedAnswer(ImportLine line, @Nullable String rest) {
    return rest != null
        && ANSWER.matcher(rest).matches()
        && (line.body() == null || !line.body().hasNonNull("effectiveAt"));
  }

  private static Set<String> order(ImportLine line, @Nullable String subject) {
    Set<String> order = new HashSet<>();
    order.add("key " + line.idempotencyKey());
    if (subject != null) {
      order.add("subject " + subject.toLowerCase(Locale.ROOT));
    }
    if (line.body() != null) {
      line.body().path("identifiers").values().stream()
          .filter(JsonNode::isString)
          .forEach(identifier -> order.add("identifier " + identifier.asString()));
    }
    return order;
  }

  private static ReadLine.Wrong wrong(
      ImportLine line, String code, @Nullable String clause, String pointer, String detail) {
    return new ReadLine.Wrong(
        line.idempotencyKey(),
        Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail)
            .withClause(clause)
            .withErrors(List.of(new InvalidInput(pointer, code, detail))));
  }
}
