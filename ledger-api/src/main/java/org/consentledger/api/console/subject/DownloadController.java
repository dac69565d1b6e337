package org.consentledger.api.console.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.certificate.CertificateController;
import org.consentledger.api.page.PageController;
import org.consentledger.api.receipt.ReceiptController;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Documents of the API as files, in the reader's language. They hold no personal data. */
@PageController
final class DownloadController {

  /** The form of a file, by how its name ends. */
  private static final Map<String, MediaType> FORMS =
      Map.of("pdf", MediaType.APPLICATION_PDF, "json", MediaType.APPLICATION_JSON);

  private final ReceiptController receipts;
  private final CertificateController certificates;

  DownloadController(ReceiptController receipts, CertificateController certificates) {
    this.receipts = receipts;
    this.certificates = certificates;
  }

  @GetMapping("/console/subjects/{subjectId}/receipts/{receiptId}/{form:pdf|json}")
  ResponseEntity<byte[]> receipt(
      @PathVariable SubjectId subjectId,
      @PathVariable UUID receiptId,
      @PathVariable String form,
      Locale reader,
      HttpServletRequest request) {
    return file(
        "receipt-" + receiptId + "." + form,
        receipts.receipt(subjectId, receiptId, reader.getLanguage(), as(form, request)));
  }

  @GetMapping("/console/disposals/{disposalId}/certificate/{form:pdf|json}")
  ResponseEntity<byte[]> certificate(
      @PathVariable UUID disposalId,
      @PathVariable String form,
      Locale reader,
      HttpServletRequest request) {
    return file(
        "certificate-" + disposalId + "." + form,
        certificates.certificate(disposalId, reader.getLanguage(), null, as(form, request)));
  }

  private static AskedFor as(String form, HttpServletRequest request) {
    return new AskedFor(request, FORMS.getOrDefault(form, MediaType.APPLICATION_JSON));
  }

  private static ResponseEntity<byte[]> file(String name, ResponseEntity<byte[]> document) {
    return ResponseEntity.ok()
        .headers(document.getHeaders())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(document.getBody());
  }
}
