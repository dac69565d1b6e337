package org.consentledger.api.receipt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.document.DocumentAnswer;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.document.DocumentSigner;
import org.consentledger.api.document.Labels;
import org.consentledger.api.document.Paper;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.log.Receipts;
import org.consentledger.core.subject.ConsentReceipt;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands receipts out, whoever asks. */
@Component
public final class ReceiptDocuments {

  private final FactFinder finder;
  private final DocumentSigner signer;
  private final EventLog eventLog;
  private final JsonMapper json;

  ReceiptDocuments(FactFinder finder, DocumentSigner signer, EventLog eventLog, JsonMapper json) {
    this.finder = finder;
    this.signer = signer;
    this.eventLog = eventLog;
    this.json = json;
  }

  /** What a person has receipts for, the newest first. */
  public List<ConsentReceipt> of(SubjectId subjectId) {
    return ConsentReceipt.all(eventLog.historyOf(subjectId)).reversed();
  }

  /**
   * A receipt.
   *
   * @param wanted the language of its words; that in which consent was asked where it is not said
   * @throws ProblemException 404 where the subject has no such receipt
   */
  public ResponseEntity<byte[]> answer(
      SubjectId subjectId, UUID receiptId, Optional<Language> wanted, ReceiptForm form) {
    ReceiptFacts facts = finder.find(subjectId, receiptId);
    Labels labels = ReceiptLabels.in(wanted.orElse(facts.language()));
    ObjectNode document =
        form == ReceiptForm.KANTARA
            ? json.valueToTree(KantaraReceipt.of(facts, labels))
            : LinkedDataReceipt.of(facts);
    DocumentProof proof =
        signer.prove(
            Receipts.Document.CONSENT_RECEIPT, facts.receiptId(), facts.receiptId(), document);
    return DocumentAnswer.of(
        form.mediaType(),
        labels.language(),
        document,
        proof,
        switch (form) {
          case LINKED_DATA, KANTARA -> withProof(document, proof);
          case PAGE -> page(facts, proof, labels).getBytes(StandardCharsets.UTF_8);
          case PAPER -> Paper.of(page(facts, proof, labels));
        });
  }

  private static String page(ReceiptFacts facts, DocumentProof proof, Labels labels) {
    return ReceiptPage.of(facts, proof, labels);
  }

  private byte[] withProof(ObjectNode document, DocumentProof proof) {
    return json.writeValueAsBytes(document.deepCopy().set("proof", json.valueToTree(proof)));
  }
}
