package org.consentledger.api.personaldata;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.DocumentKind;
import org.consentledger.core.subject.SealedDocument;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows the texts that events refer to, such as evidence and citations, to who may see personal
 * data, and records first that they looked (clauses 7, 8.1, 8.7).
 */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/documents")
public final class DocumentController {

  private final RecordedReading readings;
  private final EventLog events;
  private final Vault vault;
  private final Paging paging;

  /**
   * A document about a subject, without what it says.
   *
   * @param documentId the document: what events of the history call a reference
   * @param kind what it is about
   * @param eventId the event that refers to it
   * @param readable whether the vault still holds it
   */
  @Schema(name = "DocumentReference")
  public record Reference(
      UUID documentId,
      DocumentKind kind,
      UUID eventId,
      Instant effectiveAt,
      Instant recordedAt,
      boolean readable) {}

  /**
   * A document about a subject.
   *
   * @param documentId the document
   * @param kind what it is about
   * @param eventId the event that refers to it
   * @param accessEventId the event that records this reading
   * @param text what it says; of CONSENT_EVIDENCE and GROUND_EVIDENCE, as the JSON that was sent
   */
  @Schema(name = "Document")
  public record Content(
      SubjectId subjectId,
      UUID documentId,
      DocumentKind kind,
      UUID eventId,
      UUID accessEventId,
      String text) {}

  private record Found(SealedDocument document, SubjectHistory.Entry event) {}

  DocumentController(RecordedReading readings, EventLog events, Vault vault, Paging paging) {
    this.readings = readings;
    this.events = events;
    this.vault = vault;
    this.paging = paging;
  }

  /**
   * The documents that events of a subject refer to, oldest first. What they say is not told here,
   * so that this is no reading of personal data.
   */
  @Operation(operationId = "listDocuments")
  @Lines(Reference.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<Reference> list(
      @PathVariable SubjectId subjectId,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    List<Reference> all = references(subjectId);
    return paging.page(
        limit,
        after,
        (place, most) -> part(all, place, most),
        reference -> reference.documentId().toString());
  }

  /** The documents that events of a subject refer to, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  public void stream(@PathVariable SubjectId subjectId, HttpServletResponse response)
      throws IOException {
    List<Reference> all = references(subjectId);
    paging.stream(
        response,
        (place, most) -> part(all, place, most),
        reference -> reference.documentId().toString());
  }

  /**
   * Reads a document. The reading is an event of the history, recorded before the answer.
   *
   * @param documentId the document
   * @param ground the ground on which it is read
   */
  @Operation(operationId = "readDocument")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @Misses(
      value = "DOCUMENT_UNKNOWN",
      when = "No event of the subject refers to such a document, or it is gone.")
  @GetMapping("/{documentId}")
  public ResponseEntity<Content> read(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID documentId,
      @RequestParam(required = false) @Nullable LegalGround ground,
      CommandContext context) {
    readings.requireHeld(subjectId);
    Found found =
        documents(subjectId).stream()
            .filter(each -> each.document().documentId().equals(documentId))
            .findFirst()
            .filter(each -> !vault.held(subjectId, Set.of(documentId)).isEmpty())
            .orElseThrow(DocumentController::unknown);
    UUID access =
        readings.record(subjectId, Collections.emptySortedSet(), documentId, ground, context);
    byte[] text = vault.documents(subjectId, Set.of(documentId)).get(documentId);
    if (text == null) {
      throw unknown(); // destroyed in between
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Content(
                subjectId,
                documentId,
                found.document().kind(),
                found.event().eventId(),
                access,
                new String(text, StandardCharsets.UTF_8)));
  }

  private List<Reference> references(SubjectId subjectId) {
    readings.requireHeld(subjectId);
    List<Found> found = documents(subjectId);
    Set<UUID> held =
        vault.held(subjectId, found.stream().map(each -> each.document().documentId()).toList());
    return found.stream()
        .map(
            each ->
                new Reference(
                    each.document().documentId(),
                    each.document().kind(),
                    each.event().eventId(),
                    each.event().event().effectiveAt(),
                    each.event().recordedAt(),
                    held.contains(each.document().documentId())))
        .toList();
  }

  private static List<Reference> part(List<Reference> all, @Nullable String place, int most) {
    Stream<Reference> rest =
        place == null
            ? all.stream()
            : all.stream()
                .dropWhile(reference -> !reference.documentId().toString().equals(place))
                .skip(1);
    return rest.limit(most).toList();
  }

  private List<Found> documents(SubjectId subjectId) {
    return events.historyOf(subjectId).entries().stream()
        .flatMap(
            entry ->
                SealedDocument.of(entry.event()).stream()
                    .map(document -> new Found(document, entry)))
        .toList();
  }

  private static ProblemException unknown() {
    return new ProblemException(
        Problem.of(
            HttpStatus.NOT_FOUND,
            "DOCUMENT_UNKNOWN",
            "No event of the subject refers to such a document, or it is gone."));
  }
}
