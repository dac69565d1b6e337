package org.consentledger.api.decision;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.consentledger.api.problem.BodyUnreadable;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.query.BrokenOff;
import org.consentledger.api.query.LimitedLines;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.projections.current.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Decides questions that come one a line, a thousand at a time, in constant memory. */
@Component
final class DecisionBatch {

  private static final int AT_ONCE = 1000;
  private static final int LINE_LIMIT = 1024 * 1024;

  private final Decisions decisions;
  private final SealingLoop sealing;
  private final Validator validator;
  private final JsonMapper json;
  private final Clock clock;

  DecisionBatch(
      Decisions decisions, SealingLoop sealing, Validator validator, JsonMapper json, Clock clock) {
    this.decisions = decisions;
    this.sealing = sealing;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Answers line by line. Where it cannot go on after the answer began, its last line says so.
   *
   * @param hasBegun whether the answer is on its way already
   */
  void decide(InputStream in, OutputStream out, BooleanSupplier hasBegun) throws IOException {
    try {
      answerAll(new LimitedLines(in, LINE_LIMIT), out);
    } catch (BodyUnreadable unreadable) {
      if (!hasBegun.getAsBoolean()) {
        throw unreadable;
      }
      write(
          Problem.of(
              HttpStatus.BAD_REQUEST,
              "BODY_UNREADABLE",
              "The questions broke off here. Ask again from the first one without an answer."),
          out);
    } catch (RuntimeException failure) {
      if (!hasBegun.getAsBoolean()) {
        throw failure;
      }
      write(
          BrokenOff.because(
              failure,
              "DECISIONS_INCOMPLETE",
              "The answers broke off here. Ask again from the first question without one."),
          out);
    }
    out.flush();
  }

  private void answerAll(LimitedLines lines, OutputStream out) throws IOException {
    List<@Nullable DecisionRequest> requests = new ArrayList<>(AT_ONCE);
    for (LimitedLines.Line line = lines.next(); line != null; line = lines.next()) {
      requests.add(read(line));
      if (requests.size() == AT_ONCE) {
        answer(requests, out);
        requests.clear();
      }
    }
    if (!requests.isEmpty()) {
      answer(requests, out);
    }
  }

  private @Nullable DecisionRequest read(LimitedLines.Line line) {
    try {
      DecisionRequest request = json.readValue(line.bytes(), DecisionRequest.class);
      return request != null && validator.validate(request).isEmpty() ? request : null;
    } catch (JacksonException malformed) {
      return null;
    }
  }

  private void answer(List<@Nullable DecisionRequest> requests, OutputStream out)
      throws IOException {
    sealing.requireGoing();
    Instant now = clock.instant();
    List<Decisions.Asked> current = new ArrayList<>();
    for (DecisionRequest request : requests) {
      if (request != null && !DecisionController.isAboutAnotherMoment(request)) {
        current.add(DecisionController.asked(request));
      }
    }
    Iterator<Decision> decided = decisions.now(current, now).iterator();
    for (DecisionRequest request : requests) {
      write(answer(request, decided, now), out);
    }
  }

  private void write(Object answer, OutputStream out) throws IOException {
    out.write(json.writeValueAsBytes(answer));
    out.write('\n');
  }

  private Object answer(
      @Nullable DecisionRequest request, Iterator<Decision> decided, Instant now) {
    if (request == null) {
      return Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "INVALID_LINE",
          "This line is no question as POST /api/v1/decisions takes it, or longer than 1 MB.");
    }
    return DecisionView.of(
        DecisionController.isAboutAnotherMoment(request)
            ? DecisionController.decide(decisions, request, now)
            : decided.next());
  }
}
