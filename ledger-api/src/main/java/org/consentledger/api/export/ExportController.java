package org.consentledger.api.export;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.export.ExportCommand.RequestExport;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.AuthorityQuestion;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets auditors take the history away. */
@RestController
@RequestMapping("/api/v1/exports")
public final class ExportController {

  private final CommandDesk desk;
  private final ExportJobs jobs;
  private final ExportWorker worker;
  private final CurrentSubjects subjects;
  private final Requests requests;
  private final Paging paging;
  private final ExportProperties properties;

  /**
   * What the answer says beside the event.
   *
   * @param exportId names the export
   */
  record Requested(UUID exportId) {}

  ExportController(
      CommandDesk desk,
      ExportJobs jobs,
      ExportWorker worker,
      CurrentSubjects subjects,
      Requests requests,
      Paging paging,
      ExportProperties properties) {
    this.desk = desk;
    this.jobs = jobs;
    this.worker = worker;
    this.subjects = subjects;
    this.requests = requests;
    this.paging = paging;
    this.properties = properties;
  }

  /**
   * Asks for an export. It is made in the background, and holds what was acknowledged before it is
   * begun; that it was asked for is an event, and in it.
   */
  @PostMapping
  @Operation(operationId = "requestExport")
  @AnswersCommand(value = Requested.class, status = 202)
  @Refuses({Refusal.SubjectUnknown.class, Refusal.RequestUnknown.class})
  public ResponseEntity<String> request(
      @Valid @RequestBody ExportRequest request, CommandContext context) {
    ResponseEntity<String> answer =
        desk.submit(
            context,
            request,
            () -> {
              ExportScope scope = ofRequest(request.scope());
              if (scope.subjectId() != null && subjects.find(scope.subjectId()).isEmpty()) {
                throw new Refused(new Refusal.SubjectUnknown());
              }
              UUID exportId = UUID.randomUUID();
              return new Prepared(
                  new RequestExport(exportId, request.format(), scope),
                  List.of(jobs.request(exportId, request.format(), scope)),
                  Map.of("exportId", exportId),
                  HttpStatus.ACCEPTED);
            });
    worker.lookNow();
    return answer;
  }

  /** A request of the authorised body says which period it is about, and maybe whom. */
  private ExportScope ofRequest(ExportScope scope) {
    if (scope.requestId() == null) {
      return scope;
    }
    AuthorityQuestion question =
        requests
            .find(scope.requestId())
            .map(request -> request.received().question())
            .orElseThrow(() -> new Refused(new Refusal.RequestUnknown()));
    return new ExportScope(
        question.from(),
        question.to(),
        null,
        question.subjectIds().isEmpty() ? null : scope.requestId(),
        scope.types());
  }

  /** All exports, in the order in which they were asked for. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listExports")
  @Lines(ExportView.class)
  public Page<ExportView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, ExportController::place);
  }

  /** All exports, one a line. */
  @GetMapping(produces = Paging.NDJSON)
  @Hidden
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, ExportController::place);
  }

  private List<ExportView> find(@Nullable String place, int most) {
    return jobs.list(place == null ? null : uuid(place), most).stream().map(this::view).toList();
  }

  private static UUID uuid(String place) {
    try {
      return UUID.fromString(place);
    } catch (IllegalArgumentException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }

  private static String place(ExportView view) {
    return view.exportId().toString();
  }

  /**
   * How far an export is.
   *
   * @param exportId the export
   */
  @GetMapping("/{exportId}")
  @Operation(operationId = "getExport")
  @Misses(value = "EXPORT_UNKNOWN", when = "There is no such export.")
  public ExportView export(@PathVariable UUID exportId) {
    return view(jobs.require(exportId));
  }

  /**
   * The file of an export that is done. A download that broke goes on with {@code Range}.
   *
   * @param exportId the export
   */
  @GetMapping(path = "/{exportId}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(operationId = "getExportContent")
  @Misses(value = "EXPORT_UNKNOWN", when = "There is no such export.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "206",
      description = "The part that was asked for.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "409",
      description = "It is not there: EXPORT_NOT_READY, EXPORT_FAILED.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(ref = "#/components/schemas/Problem")))
  @ApiResponse(
      responseCode = "410",
      description = "Its time is over: EXPORT_EXPIRED.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(ref = "#/components/schemas/Problem")))
  @ApiResponse(
      responseCode = "416",
      description = "The file has no such part.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  public ResponseEntity<Resource> content(@PathVariable UUID exportId) {
    ExportJob job = jobs.require(exportId);
    switch (job.state()) {
      case REQUESTED, RUNNING ->
          throw problem(HttpStatus.CONFLICT, "EXPORT_NOT_READY", "The export is being made.");
      case FAILED ->
          throw problem(HttpStatus.CONFLICT, "EXPORT_FAILED", "The export could not be made.");
      case EXPIRED ->
          throw problem(HttpStatus.GONE, "EXPORT_EXPIRED", "Its time is over. Ask for another.");
      case DONE -> {}
    }
    Path file = worker.file(job);
    if (!file.toFile().exists()) {
      throw problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "EXPORT_ELSEWHERE",
          "The file lies on another node. Nodes should share ledger.exports.directory.");
    }
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(job.fileName()).build().toString())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(String.valueOf(job.sha256()))
        .body(new FileSystemResource(file));
  }

  private static ProblemException problem(HttpStatus status, String code, String detail) {
    return new ProblemException(Problem.of(status, code, detail));
  }

  private ExportView view(ExportJob job) {
    return ExportView.of(job, properties.retention());
  }
}
