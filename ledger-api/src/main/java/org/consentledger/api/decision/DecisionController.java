package org.consentledger.api.decision;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.query.Paging;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers whether something may be done (clause 5.1: deny by default). */
@RestController
@RequestMapping("/api/v1/decisions")
final class DecisionController {

  private final Decisions decisions;
  private final DecisionBatch batch;
  private final Clock clock;

  DecisionController(Decisions decisions, DecisionBatch batch, Clock clock) {
    this.decisions = decisions;
    this.batch = batch;
    this.clock = clock;
  }

  /**
   * Decides whether something may be done. Denied unless a ground permits it; a denial is an
   * answer, not an error. Nothing is recorded.
   */
  @Operation(operationId = "decide")
  @PostMapping
  DecisionView decide(@Valid @RequestBody DecisionRequest request) {
    return DecisionView.of(decide(decisions, request, clock.instant()));
  }

  /**
   * Decides many questions. They come one a line and are answered one a line, in their order; a
   * line that is no question, or longer than 1 MB, gets a problem. There may be any number of
   * lines.
   */
  @Operation(operationId = "decideBatch")
  @Lines(
      value = {DecisionView.class, Problem.class},
      request = DecisionRequest.class)
  @PostMapping(path = "/batch", consumes = Paging.NDJSON, produces = Paging.NDJSON)
  void decideAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType(Paging.NDJSON);
    batch.decide(request.getInputStream(), response.getOutputStream(), response::isCommitted);
  }

  static Decision decide(Decisions decisions, DecisionRequest request, Instant now) {
    Decisions.Asked asked = asked(request);
    if (!isAboutAnotherMoment(request)) {
      return decisions.now(asked, now);
    }
    return decisions.asOf(
        asked,
        request.at() == null ? now : request.at(),
        request.knownAt() == null ? Instant.MAX : request.knownAt());
  }

  static boolean isAboutAnotherMoment(DecisionRequest request) {
    return request.at() != null || request.knownAt() != null;
  }

  static Decisions.Asked asked(DecisionRequest request) {
    return new Decisions.Asked(
        new SubjectId(request.subjectId()),
        new Question(
            new PurposeId(request.purposeId()),
            request.action(),
            set(request.categories(), Category::new),
            request.recipientId() == null ? null : new RecipientId(request.recipientId()),
            request.country(),
            set(request.joinedWith(), PurposeId::new)));
  }

  private static <T extends Comparable<T>> SortedSet<T> set(
      @Nullable List<String> codes, Function<String, T> type) {
    return codes == null
        ? Collections.emptySortedSet()
        : codes.stream().map(type).collect(Collectors.toCollection(TreeSet::new));
  }
}
