package org.consentledger.api.export;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.export.ExportCommand.RequestExport;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
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
final class ExportController {

  private final CommandDesk desk;
  private final ExportJobs jobs;
  private final ExportWorker worker;
  private final CurrentSubjects subjects;
  private final Paging paging;
  private final ExportProperties properties;

  /**
   * What to export; what is missing does not limit it. No limit at all is the whole history, whose
   * archive holds the whole tree.
   *
   * @param from recorded at this moment or later
   * @param to recorded before this moment
   * @param subjectId of this subject
   * @param types of these types, such as {@code consent.withdrawn}
   */
  record ExportRequest(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable UUID subjectId,
      @Nullable @Size(max = 100) List<@NotNull @Size(max = 100) String> types,
      @NotNull ExportFormat format) {}

  /**
   * What the answer says beside the event.
   *
   * @param exportId names the export
   */
  record Requested(UUID exportId) {}

  /**
   * How far the writing is.
   *
   * @param events how many events are written
   * @param eventsInAll how many there will be; missing before they are counted
   */
  record ExportProgress(long events, @Nullable Long eventsInAll) {}

  /**
   * An export.
   *
   * @param exportId names the export
   * @param format what it is written as
   * @param from recorded at this moment or later
   * @param to recorded before this moment
   * @param subjectId of this subject
   * @param types of these types; all where none is named
   * @param state how far it is
   * @param progress how far the writing is
   * @param requestedAt when it was asked for
   * @param finishedAt when it was done, or given up
   * @param checkpointSize how many leaves the checkpoint speaks of that it ends with
   * @param size how many bytes the file has
   * @param sha256 SHA-256 of the file, in lower-case hexadecimal
   * @param expiresAt until when the file can be fetched
   */
  record ExportView(
      UUID exportId,
      ExportFormat format,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable SubjectId subjectId,
      List<String> types,
      ExportJob.State state,
      ExportProgress progress,
      Instant requestedAt,
      @Nullable Instant finishedAt,
      @Nullable Long checkpointSize,
      @Nullable Long size,
      @Nullable String sha256,
      @Nullable Instant expiresAt) {}

  ExportController(
      CommandDesk desk,
      ExportJobs jobs,
      ExportWorker worker,
      CurrentSubjects subjects,
      Paging paging,
      ExportProperties properties) {
    this.desk = desk;
    this.jobs = jobs;
    this.worker = worker;
    this.subjects = subjects;
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
  @Refuses(Refusal.SubjectUnknown.class)
  ResponseEntity<String> request(
      @Valid @RequestBody ExportRequest request, CommandContext context) {
    ExportScope scope = scope(request);
    return desk.submit(
        context,
        request,
        () -> {
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
  }

  private static ExportScope scope(ExportRequest request) {
    if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
      throw invalid("from must be earlier than to.");
    }
    List<String> types = request.types() == null ? List.of() : request.types();
    if (!EventNames.all().containsAll(types)) {
      throw invalid("types are names such as consent.given; see GET /api/v1/events.");
    }
    return new ExportScope(
        request.from(),
        request.to(),
        request.subjectId() == null ? null : new SubjectId(request.subjectId()),
        new TreeSet<>(types));
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(
        Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID_INPUT", detail));
  }

  /** All exports, in the order in which they were asked for. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "listExports")
  @Lines(ExportView.class)
  Page<ExportView> list(
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
  ExportView export(@PathVariable UUID exportId) {
    return view(known(exportId));
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
  ResponseEntity<Resource> content(@PathVariable UUID exportId) {
    ExportJob job = known(exportId);
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

  private ExportJob known(UUID exportId) {
    return jobs.find(exportId)
        .orElseThrow(
            () -> problem(HttpStatus.NOT_FOUND, "EXPORT_UNKNOWN", "There is no such export."));
  }

  private static ProblemException problem(HttpStatus status, String code, String detail) {
    return new ProblemException(Problem.of(status, code, detail));
  }

  private ExportView view(ExportJob job) {
    boolean done = job.state() == ExportJob.State.DONE;
    return new ExportView(
        job.exportId(),
        job.format(),
        job.scope().from(),
        job.scope().to(),
        job.scope().subjectId(),
        List.copyOf(job.scope().types()),
        job.state(),
        new ExportProgress(job.events(), job.eventsInAll()),
        job.requestedAt(),
        job.finishedAt(),
        job.size(),
        job.bytes(),
        job.sha256(),
        done && job.finishedAt() != null ? job.finishedAt().plus(properties.retention()) : null);
  }
}
