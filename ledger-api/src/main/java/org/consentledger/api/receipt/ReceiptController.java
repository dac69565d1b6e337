package org.consentledger.api.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.document.DocumentAnswer;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receipts of consent (clauses 7.1, 8.4, 8.9): one for each time that a consent is given, renewed,
 * refused, withdrawn or expires.
 */
@RestController
public final class ReceiptController {

  private final ReceiptDocuments documents;

  ReceiptController(ReceiptDocuments documents) {
    this.documents = documents;
  }

  /**
   * A receipt, in the form that {@code Accept} asks for. It holds no personal data, and can be had
   * after the data was destroyed. It changes once, when the proof that its event is in the log is
   * added; under what vouches for it, cosignatures of witnesses may be added later.
   *
   * @param receiptId the receipt: the identifier of the event, as the command answered it
   * @param language the language of its words: ru, kk or en; without it that of {@code
   *     Accept-Language}, or else that in which consent was asked. Linked data has all three
   */
  @Operation(operationId = "readReceipt")
  @Refuses({Refusal.SubjectUnknown.class, Refusal.OperatorNotDescribed.class})
  @Misses(value = "RECEIPT_UNKNOWN", when = "The subject has no receipt of this identifier.")
  @ApiResponse(
      responseCode = "200",
      description =
          "The receipt: JSON-LD in terms of W3C DPV (ISO/IEC TS 27560), Kantara's consent receipt"
              + " v1.1, a page, or PDF. Each is signed; in JSON, `proof` says how.",
      content = {
        @Content(mediaType = ReceiptForm.JSON_LD, schema = @Schema(type = "object")),
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = KantaraReceipt.class)),
        @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")),
        @Content(
            mediaType = MediaType.APPLICATION_PDF_VALUE,
            schema = @Schema(type = "string", format = "binary"))
      },
      headers =
          @Header(
              name = "ETag",
              description = "For If-None-Match, which answers 304 while nothing is new.",
              schema = @Schema(type = "string")))
  @GetMapping(
      path = "/api/v1/subjects/{subjectId}/receipts/{receiptId}",
      produces = {
        ReceiptForm.JSON_LD,
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_HTML_VALUE,
        MediaType.APPLICATION_PDF_VALUE
      })
  public ResponseEntity<byte[]> receipt(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID receiptId,
      @RequestParam(required = false) @Nullable String language,
      @Parameter(hidden = true) HttpServletRequest request) {
    return documents.answer(
        subjectId,
        receiptId,
        DocumentAnswer.language(language, request),
        DocumentAnswer.preferred(request, List.of(ReceiptForm.values()), ReceiptForm::mediaType));
  }
}
