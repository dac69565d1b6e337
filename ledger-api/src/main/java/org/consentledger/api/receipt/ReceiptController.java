package org.consentledger.api.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Paging;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.Language;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Receipts of consent (clauses 7.1, 8.4, 8.9): one for each time that a consent is given, renewed,
 * refused, withdrawn or expires.
 */
@RestController
final class ReceiptController {

  private final FactFinder finder;
  private final ReceiptSigner signer;
  private final JsonMapper json;

  ReceiptController(FactFinder finder, ReceiptSigner signer, JsonMapper json) {
    this.finder = finder;
    this.signer = signer;
    this.json = json;
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
  ResponseEntity<byte[]> receipt(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID receiptId,
      @RequestParam(required = false) @Nullable String language,
      @Parameter(hidden = true) HttpServletRequest request) {
    ReceiptFacts facts = finder.find(subjectId, receiptId);
    Labels labels = Labels.in(language(language, request).orElse(facts.language()));
    ReceiptForm form = ReceiptForm.accepted(request.getHeader(HttpHeaders.ACCEPT));
    ObjectNode document =
        form == ReceiptForm.KANTARA
            ? json.valueToTree(KantaraReceipt.of(facts, labels))
            : LinkedDataReceipt.of(facts);
    ReceiptProof proof = signer.prove(facts, document);
    return ResponseEntity.ok()
        .contentType(form.mediaType())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(entityTag(form, labels.language(), document, proof))
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(
            switch (form) {
              case LINKED_DATA, KANTARA -> withProof(document, proof);
              case PAGE -> page(facts, proof, labels).getBytes(StandardCharsets.UTF_8);
              case PAPER -> ReceiptPaper.of(page(facts, proof, labels));
            });
  }

  private static String page(ReceiptFacts facts, ReceiptProof proof, Labels labels) {
    return ReceiptPage.of(facts, proof, labels);
  }

  private byte[] withProof(ObjectNode document, ReceiptProof proof) {
    document.set("proof", json.valueToTree(proof));
    return json.writeValueAsBytes(document);
  }

  /** Of what the answer is made of: PDF is never the same twice. */
  private String entityTag(
      ReceiptForm form, Language language, ObjectNode document, ReceiptProof proof) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((form + " " + language + " " + proof).getBytes(StandardCharsets.UTF_8));
      digest.update(CanonicalJson.bytes(document));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  private static Optional<Language> language(@Nullable String code, HttpServletRequest request) {
    if (code != null) {
      try {
        return Optional.of(Language.of(code));
      } catch (IllegalArgumentException none) {
        throw Paging.invalid("language is one of ru, kk, en.");
      }
    }
    List<Locale> wanted =
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
            ? List.of()
            : Collections.list(request.getLocales());
    return wanted.stream()
        .flatMap(
            locale ->
                Arrays.stream(Language.values())
                    .filter(language -> language.code().equals(locale.getLanguage())))
        .findFirst();
  }
}
