package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.search.SubjectSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what is true of subjects, now or at another moment. */
@RestController
@RequestMapping("/api/v1/subjects")
public final class SubjectController {

  private final CurrentSubjects subjects;
  private final EventLog eventLog;
  private final SubjectSearch search;
  private final Paging paging;
  private final Clock clock;

  SubjectController(
      CurrentSubjects subjects,
      EventLog eventLog,
      SubjectSearch search,
      Paging paging,
      Clock clock) {
    this.subjects = subjects;
    this.eventLog = eventLog;
    this.search = search;
    this.paging = paging;
    this.clock = clock;
  }

  /**
   * The processing state of a subject.
   *
   * @param asOf the moment in the world; now where it is not said
   * @param knownAt what was recorded by then counts; all where it is not said
   */
  @Operation(operationId = "readSubject")
  @ApiResponse(
      responseCode = "200",
      description = "The state.",
      useReturnTypeSchema = true,
      headers =
          @Header(
              name = "ETag",
              description = "The version, for If-Match; missing in answers about the past.",
              schema = @Schema(type = "string")))
  @Refuses({Refusal.SubjectUnknown.class})
  @GetMapping(path = "/{subjectId}", produces = MediaType.APPLICATION_JSON_VALUE)
  public ResponseEntity<SubjectView> state(
      @PathVariable SubjectId subjectId,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    Instant now = clock.instant();
    if (asOf != null || knownAt != null) {
      Instant at = asOf == null ? now : asOf;
      SubjectState state =
          eventLog.historyOf(subjectId).stateAt(at, knownAt == null ? Instant.MAX : knownAt);
      if (state == null) {
        throw new Refused(new Refusal.SubjectUnknown());
      }
      return ResponseEntity.ok(SubjectView.of(state, null, at));
    }
    CurrentSubject current =
        subjects.find(subjectId).orElseThrow(() -> new Refused(new Refusal.SubjectUnknown()));
    return ResponseEntity.ok()
        .eTag("\"" + current.version() + "\"")
        .body(SubjectView.of(current.state(), current.version(), now));
  }

  /**
   * Finds subjects by what is true of them, in the order of their identifiers. What is not asked
   * does not matter.
   *
   * @param status whether there still is personal data
   * @param language those who are written to in this language
   * @param restricted those of whom something is blocked, or nothing
   * @param purposeId those who answered for this purpose
   * @param consent those who answered like this, for the purpose that is named or for any
   */
  @Operation(operationId = "findSubjects")
  @Lines(SubjectSearch.Found.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<SubjectSearch.Found> find(
      @RequestParam(required = false) @Nullable SubjectStatus status,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable Boolean restricted,
      @RequestParam(required = false) @Nullable PurposeId purposeId,
      @RequestParam(required = false) SubjectSearch.@Nullable Answer consent,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    SubjectSearch.Filter filter = filter(status, language, restricted, purposeId, consent);
    return paging.page(
        limit,
        after,
        (place, most) -> find(filter, place, most),
        found -> found.subjectId().toString());
  }

  /** All subjects by what is true of them, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  public void stream(
      @RequestParam(required = false) @Nullable SubjectStatus status,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable Boolean restricted,
      @RequestParam(required = false) @Nullable PurposeId purposeId,
      @RequestParam(required = false) SubjectSearch.@Nullable Answer consent,
      HttpServletResponse response)
      throws IOException {
    SubjectSearch.Filter filter = filter(status, language, restricted, purposeId, consent);
    paging.stream(
        response,
        (place, most) -> find(filter, place, most),
        found -> found.subjectId().toString());
  }

  private List<SubjectSearch.Found> find(
      SubjectSearch.Filter filter, @Nullable String place, int most) {
    return search.find(filter, place == null ? null : uuid(place), most);
  }

  private static SubjectSearch.Filter filter(
      @Nullable SubjectStatus status,
      @Nullable String language,
      @Nullable Boolean restricted,
      @Nullable PurposeId purposeId,
      SubjectSearch.@Nullable Answer consent) {
    return new SubjectSearch.Filter(
        status, language == null ? null : language(language), restricted, purposeId, consent);
  }

  private static Language language(String code) {
    try {
      return Language.of(code);
    } catch (IllegalArgumentException none) {
      throw Paging.invalid("language is one of ru, kk, en.");
    }
  }

  private static UUID uuid(String place) {
    try {
      return UUID.fromString(place);
    } catch (IllegalArgumentException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }
}
