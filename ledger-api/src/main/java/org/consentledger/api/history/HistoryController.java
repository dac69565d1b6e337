package org.consentledger.api.history;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what happened, oldest first. Every answer holds everything that was acknowledged before the
 * question.
 */
@RestController
final class HistoryController {

  private final HistoryQuery history;
  private final CurrentSubjects subjects;
  private final Paging paging;

  HistoryController(HistoryQuery history, CurrentSubjects subjects, Paging paging) {
    this.history = history;
    this.subjects = subjects;
    this.paging = paging;
  }

  /** The history of one subject, oldest first, with the readings of its data. */
  @Operation(operationId = "readSubjectHistory")
  @Lines(Event.class)
  @Refuses({Refusal.SubjectUnknown.class})
  @GetMapping(
      path = "/api/v1/subjects/{subjectId}/history",
      produces = MediaType.APPLICATION_JSON_VALUE)
  Page<Event> ofSubject(
      @PathVariable SubjectId subjectId,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return page(filterOf(subjectId), limit, after);
  }

  /** The whole history of one subject, one event a line. */
  @Hidden
  @GetMapping(path = "/api/v1/subjects/{subjectId}/history", produces = Paging.NDJSON)
  void streamOfSubject(@PathVariable SubjectId subjectId, HttpServletResponse response)
      throws IOException {
    stream(filterOf(subjectId), response);
  }

  private HistoryQuery.Filter filterOf(SubjectId subjectId) {
    if (subjects.find(subjectId).isEmpty()) {
      throw new Refused(new Refusal.SubjectUnknown());
    }
    return new HistoryQuery.Filter(subjectId, null, null, null, null, null);
  }

  /**
   * The history of everything, oldest first. What is not asked does not matter.
   *
   * @param subjectId events about this subject
   * @param type events of this stored name, such as {@code consent.withdrawn}
   * @param purposeId events about this purpose
   * @param actor events that this client caused
   * @param from events recorded at this moment or later
   * @param to events recorded before this moment
   */
  @Operation(operationId = "readEvents")
  @Lines(Event.class)
  @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
  Page<Event> all(
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable PurposeId purposeId,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return page(new HistoryQuery.Filter(subjectId, type, purposeId, actor, from, to), limit, after);
  }

  /** The whole history of everything, one event a line. */
  @Hidden
  @GetMapping(path = "/api/v1/events", produces = Paging.NDJSON)
  void streamAll(
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable PurposeId purposeId,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      HttpServletResponse response)
      throws IOException {
    stream(new HistoryQuery.Filter(subjectId, type, purposeId, actor, from, to), response);
  }

  private Page<Event> page(HistoryQuery.Filter filter, int limit, @Nullable String after) {
    return paging.page(
        limit, after, (place, most) -> find(filter, place, most), HistoryController::place);
  }

  private void stream(HistoryQuery.Filter filter, HttpServletResponse response) throws IOException {
    paging.stream(response, (place, most) -> find(filter, place, most), HistoryController::place);
  }

  private List<Event> find(HistoryQuery.Filter filter, @Nullable String place, int most) {
    return history.find(filter, Paging.position(place), most).stream().map(Event::of).toList();
  }

  private static String place(Event event) {
    return Long.toString(event.position());
  }
}
