package org.consentledger.api.certificate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.document.DocumentAnswer;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.document.DocumentSigner;
import org.consentledger.api.document.Labels;
import org.consentledger.api.document.Paper;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.log.Receipts;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Certificates that data was disposed of (clauses 2.4, 2.5, 2.14). */
@RestController
public final class CertificateController {

  private static final String WORDS = "org.consentledger.api.certificate.certificate";

  private final CertificateFinder finder;
  private final DocumentSigner signer;
  private final JsonMapper json;

  CertificateController(CertificateFinder finder, DocumentSigner signer, JsonMapper json) {
    this.finder = finder;
    this.signer = signer;
    this.json = json;
  }

  /**
   * The certificate of a disposal that is done, in the form that {@code Accept} asks for. It holds
   * no personal data. Its number stays; each edition says all that is known: who was told and has
   * confirmed, and whether backups are dead. The final one never changes.
   *
   * @param language the language of its words: ru, kk or en; without it that of {@code
   *     Accept-Language}, or else Russian. JSON has no words
   * @param knownAt the edition of this moment: a moment in UTC; the newest where it is not said
   */
  @Operation(operationId = "readCertificate")
  @Refuses({
    Refusal.DisposalUnknown.class,
    Refusal.DisposalNotDone.class,
    Refusal.OperatorNotDescribed.class
  })
  @ApiResponse(
      responseCode = "200",
      description =
          "The certificate: JSON, a page, or PDF. It is signed; in JSON, `proof` says how.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = DisposalCertificate.class)),
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
      path = "/api/v1/disposals/{disposalId}/certificate",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_HTML_VALUE,
        MediaType.APPLICATION_PDF_VALUE
      })
  public ResponseEntity<byte[]> certificate(
      @PathVariable UUID disposalId,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable Instant knownAt,
      @Parameter(hidden = true) HttpServletRequest request) {
    Language spoken = DocumentAnswer.language(language, request).orElse(Language.RU);
    CertificateForm form =
        DocumentAnswer.preferred(
            request, List.of(CertificateForm.values()), CertificateForm::mediaType);
    DisposalCertificate certificate =
        finder.find(disposalId, knownAt == null ? Instant.MAX : knownAt);
    ObjectNode document = json.valueToTree(certificate);
    DocumentProof proof =
        signer.prove(
            Receipts.Document.DISPOSAL_CERTIFICATE, disposalId, certificate.eventId(), document);
    return DocumentAnswer.of(
        form.mediaType(),
        spoken,
        document,
        proof,
        switch (form) {
          case DATA ->
              json.writeValueAsBytes(document.deepCopy().set("proof", json.valueToTree(proof)));
          case PAGE -> page(certificate, proof, spoken).getBytes(StandardCharsets.UTF_8);
          case PAPER -> Paper.of(page(certificate, proof, spoken));
        });
  }

  private static String page(
      DisposalCertificate certificate, DocumentProof proof, Language language) {
    return CertificatePage.of(certificate, proof, new Labels(WORDS, language));
  }
}
