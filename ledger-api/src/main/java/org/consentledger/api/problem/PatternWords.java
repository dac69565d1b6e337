package org.consentledger.api.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.consentledger.core.vocabulary.Codes;

/** Says in words what a regular expression asks for. */
final class PatternWords {
  private static final Map<String, String> WORDS =
      Map.of(
          Codes.CODE,
          "must be a code: up to 64 Latin letters, digits, dots, hyphens and underscores, begun"
              + " with a letter or digit, with at most nine digits",
          Codes.CATEGORY,
          "must be a category: up to 64 upper-case Latin letters, digits and underscores, begun"
              + " with a letter, with at most nine digits",
          "[A-Z]{2}",
          "must be a country in ISO 3166-1 alpha-2, such as KZ",
          "[0-9]{12}",
          "must be twelve digits",
          "(?:sha256:)?[0-9a-fA-F]{64}",
          "must be a SHA-256 in 64 hexadecimal digits");

  private PatternWords() {}

  static String message(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAnnotation() instanceof Pattern pattern
        ? WORDS.getOrDefault(pattern.regexp(), term(pattern.regexp()))
        : violation.getMessage();
  }

  private static String term(String expression) {
    return expression.startsWith("P(")
        ? "must be a term in ISO 8601, such as P1Y or P30D, longer than nothing"
        : "must have the form that the OpenAPI document gives";
  }
}
