package org.consentledger.api.document;

import java.util.UUID;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.log.LogUnusable;
import org.consentledger.core.log.Receipts;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.note.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Signs documents with the log's key, and adds the proof that their events are in the log. */
@Component
public final class DocumentSigner {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentSigner.class);

  private final Receipts receipts;
  private final TransparencyLog log;
  private final PublicAddress address;

  DocumentSigner(Receipts receipts, TransparencyLog log, PublicAddress address) {
    this.receipts = receipts;
    this.log = log;
    this.address = address;
  }

  /**
   * What vouches for a document in one of its forms.
   *
   * @param documentId the document's own identifier
   * @param eventId the event that it is about
   * @param document the whole document, without its proof
   */
  public DocumentProof prove(
      Receipts.Document kind, UUID documentId, UUID eventId, ObjectNode document) {
    String logProof =
        switch (log.firstProof(eventId)) {
          case TransparencyLog.Proof.Included included -> included.proof().format();
          case TransparencyLog.Proof.NotSignedYet notYet -> null;
          case TransparencyLog.Proof.NoSuchEvent none ->
              throw new IllegalStateException("The event was read a moment ago.");
        };
    return new DocumentProof(
        sign(kind, documentId, document).format(),
        logProof != null,
        logProof,
        address.value() + "/log/proof/" + eventId,
        address.value() + "/log/vkey");
  }

  private SignedNote sign(Receipts.Document kind, UUID documentId, ObjectNode document) {
    try {
      return receipts.sign(kind, documentId, CanonicalJson.bytes(document));
    } catch (LogUnusable noKey) {
      LOG.error("A document could not be signed: {}", noKey.getMessage());
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "60");
      throw new ProblemException(
          Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              code(kind),
              "The key of the log can't be used now; the ledger's own log says why."),
          headers);
    }
  }

  private static String code(Receipts.Document kind) {
    return switch (kind) {
      case CONSENT_RECEIPT -> "RECEIPT_NOT_SIGNED";
      case DISPOSAL_CERTIFICATE -> "CERTIFICATE_NOT_SIGNED";
    };
  }
}
