package org.consentledger.api.accuracy;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.accuracy.AccuracyReviews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells officers whose data is to be looked through again (clauses 4.2, 5.6). */
@RestController
@RequestMapping("/api/v1/accuracy-reviews/due")
final class AccuracyReviewController {

  private final AccuracyReviews reviews;
  private final Paging paging;
  private final Clock clock;

  /**
   * A subject whose data is to be looked through.
   *
   * @param accurateAt when somebody last supplied, corrected or confirmed it: a moment in UTC
   * @param dueAt until when it should be looked through: a moment in UTC
   */
  @Schema(name = "DueAccuracyReview")
  record DueReview(SubjectId subjectId, Instant accurateAt, Instant dueAt) {}

  AccuracyReviewController(AccuracyReviews reviews, Paging paging, Clock clock) {
    this.reviews = reviews;
    this.paging = paging;
    this.clock = clock;
  }

  /**
   * Whose data is to be looked through again, the longest unconfirmed first. Confirming it or
   * correcting it ends that. No decision changes by it: what may be done with data does not depend
   * on its age. How old it may become is the legal term accuracy-review.
   *
   * @param until what is due until then: a moment in UTC, also one to come, by the term that is in
   *     force then; now where it is not said
   */
  @Operation(operationId = "listDueAccuracyReviews")
  @Lines(DueReview.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<DueReview> list(
      @RequestParam(required = false) @Nullable Instant until,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Instant end = until == null ? clock.instant() : until;
    return paging.page(
        limit, after, (place, most) -> find(end, place, most), AccuracyReviewController::place);
  }

  /** Whose data is to be looked through again, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(@RequestParam(required = false) @Nullable Instant until, HttpServletResponse response)
      throws IOException {
    Instant end = until == null ? clock.instant() : until;
    paging.stream(
        response, (place, most) -> find(end, place, most), AccuracyReviewController::place);
  }

  private List<DueReview> find(Instant until, @Nullable String place, int most) {
    return reviews.find(until, place == null ? null : read(place), most).stream()
        .map(entry -> new DueReview(entry.subjectId(), entry.accurateAt(), entry.dueAt()))
        .toList();
  }

  private static String place(DueReview review) {
    return review.accurateAt() + " " + review.subjectId();
  }

  private static AccuracyReviews.Place read(String place) {
    String[] parts = place.split(" ", -1);
    try {
      if (parts.length == 2) {
        return new AccuracyReviews.Place(
            Instant.parse(parts[0]), new SubjectId(UUID.fromString(parts[1])));
      }
    } catch (DateTimeException | IllegalArgumentException noPlace) {
      // Told below.
    }
    throw Paging.invalid("after takes the value of next, as it was given.");
  }
}
