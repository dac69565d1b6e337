package org.consentledger.api.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.document.DocumentAnswer;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a person what is held of them, and what was done with it (clauses 3.2, 4.1). */
@RestController
public final class ReportController {

  private static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PDF);

  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  /**
   * All that is held of a person: the data, its purposes, grounds, sources and terms, what was done
   * with it, who was given it, and what the person asked for; nothing of anybody else's. That it is
   * read is an event, recorded before the answer, and in the report. Whoever hands it out has
   * verified who asks.
   *
   * @param ground the ground on which it is read
   * @param language the language of its words: ru, kk or en; without it that of {@code
   *     Accept-Language}, or else the person's
   */
  @Operation(operationId = "readSubjectReport")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @ApiResponse(
      responseCode = "200",
      description = "The report, as JSON or as PDF.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = SubjectReport.class)),
        @Content(
            mediaType = MediaType.APPLICATION_PDF_VALUE,
            schema = @Schema(type = "string", format = "binary"))
      })
  @GetMapping(
      path = "/api/v1/subjects/{subjectId}/report",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PDF_VALUE})
  public ResponseEntity<byte[]> read(
      @PathVariable SubjectId subjectId,
      @RequestParam(required = false) @Nullable LegalGround ground,
      @RequestParam(required = false) @Nullable String language,
      CommandContext context,
      @Parameter(hidden = true) HttpServletRequest request) {
    SubjectReport report =
        reports.make(subjectId, DocumentAnswer.language(language, request), ground, context);
    MediaType form =
        request.getHeader(HttpHeaders.ACCEPT) == null
            ? MediaType.APPLICATION_JSON
            : DocumentAnswer.preferred(request, FORMS, type -> type);
    return ResponseEntity.ok()
        .contentType(form)
        .cacheControl(CacheControl.noStore())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .body(
            form.equals(MediaType.APPLICATION_PDF) ? reports.paper(report) : reports.json(report));
  }
}
