package org.consentledger.api.disposal;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
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
import org.consentledger.core.subject.Retention;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.due.DueList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells officers whose data is due to go (clauses 5.7, 8.8). */
@RestController
@RequestMapping("/api/v1/disposals/due")
final class DueController {

  private final DueList due;
  private final Paging paging;
  private final Clock clock;

  /**
   * A subject whose data is due.
   *
   * @param dueAt from when on the first of it must be gone: a moment in UTC
   * @param categories what is due when, and why
   * @param held whether a legal hold keeps it
   * @param waiting whether it waits for a second person
   */
  record DueSubject(
      SubjectId subjectId,
      Instant dueAt,
      List<DueCategory> categories,
      boolean held,
      boolean waiting) {}

  /**
   * A category of data that is due.
   *
   * @param category the category
   * @param purposeId the purpose that keeps it longest
   * @param ground what ended that purpose's ground
   * @param triggeredAt when it did: a moment in UTC
   * @param dueAt from when on the data must be gone: a moment in UTC
   */
  record DueCategory(
      Category category,
      PurposeId purposeId,
      DisposalGround ground,
      String clause,
      Instant triggeredAt,
      Instant dueAt) {}

  DueController(DueList due, Paging paging, Clock clock) {
    this.due = due;
    this.paging = paging;
    this.clock = clock;
  }

  /**
   * Whose data is due, the longest overdue first. What nobody has to approve and no hold keeps, the
   * ledger disposes of by itself.
   *
   * @param until what is due until then: a moment in UTC, also one to come; now where it is not
   *     said
   */
  @Operation(operationId = "listDue")
  @Lines(DueSubject.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<DueSubject> list(
      @RequestParam(required = false) @Nullable Instant until,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Instant end = until == null ? clock.instant() : until;
    return paging.page(limit, after, (place, most) -> find(end, place, most), DueController::place);
  }

  /** Whose data is due, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(@RequestParam(required = false) @Nullable Instant until, HttpServletResponse response)
      throws IOException {
    Instant end = until == null ? clock.instant() : until;
    paging.stream(response, (place, most) -> find(end, place, most), DueController::place);
  }

  private List<DueSubject> find(Instant until, @Nullable String place, int most) {
    return due.find(until, place == null ? null : read(place), most).stream()
        .map(
            entry ->
                new DueSubject(
                    entry.subjectId(),
                    entry.dueAt(),
                    entry.categories().stream().map(DueController::view).toList(),
                    entry.held(),
                    entry.waiting()))
        .toList();
  }

  private static DueCategory view(Retention.Due due) {
    return new DueCategory(
        due.category(),
        due.purposeId(),
        due.ground(),
        due.ground().clause(),
        due.triggeredAt(),
        due.dueAt());
  }

  private static String place(DueSubject subject) {
    return subject.dueAt() + " " + subject.subjectId();
  }

  private static DueList.Place read(String place) {
    String[] parts = place.split(" ", -1);
    try {
      if (parts.length == 2) {
        return new DueList.Place(Instant.parse(parts[0]), new SubjectId(UUID.fromString(parts[1])));
      }
    } catch (DateTimeException | IllegalArgumentException noPlace) {
      // Told below.
    }
    throw Paging.invalid("after takes the value of next, as it was given.");
  }
}
