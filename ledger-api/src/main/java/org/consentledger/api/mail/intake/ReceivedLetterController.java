package org.consentledger.api.mail.intake;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestCommand.RecordReading;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells officers which letters the mailboxes brought, and shows them (clauses 3.2, 8.3, 8.4). */
@RestController
@RequestMapping("/api/v1/letters")
public final class ReceivedLetterController {

  private final LetterList letters;
  private final Vault vault;
  private final Commands commands;
  private final Paging paging;

  ReceivedLetterController(LetterList letters, Vault vault, Commands commands, Paging paging) {
    this.letters = letters;
    this.vault = vault;
    this.commands = commands;
    this.paging = paging;
  }

  /**
   * Letters that mailboxes brought, the oldest first.
   *
   * @param outcome those of which this came, such as QUARANTINED
   */
  @Operation(operationId = "listReceivedLetters")
  @Lines(ReceivedLetterView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<ReceivedLetterView> list(
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(
        limit, after, (place, most) -> find(outcome, place, most), ReceivedLetterController::place);
  }

  /** Letters, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(
      @RequestParam(required = false) @Nullable Outcome outcome, HttpServletResponse response)
      throws IOException {
    paging.stream(
        response, (place, most) -> find(outcome, place, most), ReceivedLetterController::place);
  }

  private List<ReceivedLetterView> find(
      @Nullable Outcome outcome, @Nullable String place, int most) {
    return letters.find(outcome, place == null ? null : uuid(place), most);
  }

  private static String place(ReceivedLetterView letter) {
    return letter.letterId().toString();
  }

  private static UUID uuid(String place) {
    try {
      return UUID.fromString(place);
    } catch (IllegalArgumentException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }

  /**
   * A letter as it came, with its attachments (RFC 5322). The reading is an event of its request,
   * recorded before the answer. Take care: what strangers send may do harm.
   *
   * @param letterId the letter
   * @param ground the ground on which it is read
   */
  @Operation(operationId = "readReceivedLetter")
  @Misses(
      value = "LETTER_UNKNOWN",
      when = "There is no such letter, it opened nothing, or it went with the person's data.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping(path = "/{letterId}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  public ResponseEntity<byte[]> content(
      @PathVariable UUID letterId,
      @RequestParam(required = false) @Nullable LegalGround ground,
      CommandContext context) {
    LetterList.Kept kept = letters.kept(letterId).orElseThrow(ReceivedLetterController::unknown);
    byte[] content = content(kept);
    commands.execute(
        new RecordReading(kept.requestId(), ground), context.actor(), null, Attachment.none());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(letterId + ".eml").build().toString())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(content);
  }

  private byte[] content(LetterList.Kept kept) {
    try {
      byte[] content =
          vault.documents(kept.requestId(), List.of(kept.documentId())).get(kept.documentId());
      if (content == null) {
        throw unknown();
      }
      return content;
    } catch (Refused gone) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        Problem.of(HttpStatus.NOT_FOUND, "LETTER_UNKNOWN", "There is no such letter to be read."));
  }
}
