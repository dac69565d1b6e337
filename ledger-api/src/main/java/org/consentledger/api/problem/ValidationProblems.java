package org.consentledger.api.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/**
 * Well-formed input that breaks a constraint. The message of a constraint must not quote the value.
 */
public final class ValidationProblems {
  private static final String CODE = "INVALID_INPUT";

  private ValidationProblems() {}

  static Problem of(Errors errors) {
    return problem(inputs(errors));
  }

  static Problem of(MethodValidationResult result) {
    List<InvalidInput> inputs = new ArrayList<>();
    for (ParameterValidationResult parameter : result.getParameterValidationResults()) {
      if (parameter instanceof ParameterErrors body) {
        inputs.addAll(inputs(body));
      } else {
        // Not in the body: there is nothing to point to, so the sentence names the parameter.
        String name = String.valueOf(parameter.getMethodParameter().getParameterName());
        parameter
            .getResolvableErrors()
            .forEach(
                error ->
                    inputs.add(new InvalidInput("", CODE, name + " " + error.getDefaultMessage())));
      }
    }
    return problem(inputs);
  }

  /** The problem of an object that breaks its constraints. */
  public static Problem of(ConstraintViolationException failure) {
    List<InvalidInput> inputs = new ArrayList<>();
    for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
      inputs.add(new InvalidInput(pointer(violation), CODE, PatternWords.message(violation)));
    }
    return problem(inputs);
  }

  private static List<InvalidInput> inputs(Errors errors) {
    List<InvalidInput> inputs = new ArrayList<>();
    for (ObjectError error : errors.getAllErrors()) {
      String pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
      inputs.add(new InvalidInput(pointer, CODE, message(error)));
    }
    return inputs;
  }

  private static String message(ObjectError error) {
    return error.contains(ConstraintViolation.class)
        ? PatternWords.message(error.unwrap(ConstraintViolation.class))
        : String.valueOf(error.getDefaultMessage());
  }

  private static Problem problem(List<InvalidInput> inputs) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, CODE, "The input breaks the rules named in errors.")
        .withErrors(inputs);
  }

  /** Of a path like {@code consents[0].terms.categories[EMAIL]}, up to the first key of a map. */
  private static String pointer(String field) {
    StringBuilder pointer = new StringBuilder();
    for (String step : field.replace("[", ".[").split("\\.", -1)) {
      boolean inBrackets = step.startsWith("[");
      if (inBrackets && !step.matches("\\[\\d+]")) {
        break;
      }
      String name = inBrackets ? step.substring(1, step.length() - 1) : step;
      pointer.append(name.isEmpty() ? "" : "/").append(name);
    }
    return pointer.toString();
  }

  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKey() != null) {
        break;
      }
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
