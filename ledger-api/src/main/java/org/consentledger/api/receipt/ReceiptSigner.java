package org.consentledger.api.receipt;

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

/** Signs receipts with the log's key, and adds the proof that their events are in the log. */
@Component
final class ReceiptSigner {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptSigner.class);

  private final Receipts receipts;
  private final TransparencyLog log;

  ReceiptSigner(Receipts receipts, TransparencyLog log) {
    this.receipts = receipts;
    this.log = log;
  }

  /**
   * What vouches for a receipt in one of its forms.
   *
   * @param document the whole receipt, without its proof
   */
  ReceiptProof prove(ReceiptFacts facts, ObjectNode document) {
    String logProof =
        switch (log.firstProof(facts.receiptId())) {
          case TransparencyLog.Proof.Included included -> included.proof().format();
          case TransparencyLog.Proof.NotSignedYet notYet -> null;
          case TransparencyLog.Proof.NoSuchEvent none ->
              throw new IllegalStateException("The event was read a moment ago.");
        };
    return new ReceiptProof(
        sign(facts, document).format(),
        logProof != null,
        logProof,
        facts.address() + "/log/proof/" + facts.receiptId(),
        facts.address() + "/log/vkey");
  }

  private SignedNote sign(ReceiptFacts facts, ObjectNode document) {
    try {
      return receipts.signConsentReceipt(facts.receiptId(), CanonicalJson.bytes(document));
    } catch (LogUnusable noKey) {
      LOG.error("No receipt could be signed: {}", noKey.getMessage());
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "60");
      throw new ProblemException(
          Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "RECEIPT_NOT_SIGNED",
              "The key of the log can't be used now; the ledger's own log says why."),
          headers);
    }
  }
}
