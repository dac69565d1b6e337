package org.consentledger.api.command;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.log.LogUnusable;
import org.consentledger.core.log.Receipts;
import org.consentledger.core.request.RequestCommand;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds the signed receipt to an answer on its way out. It is signed by the thread of the request,
 * not by the one that appends; what was recorded stays recorded if the key cannot be read.
 */
@Component
final class SignedReceipts {

  private static final Logger LOG = LoggerFactory.getLogger(SignedReceipts.class);

  private final Receipts receipts;
  private final JsonMapper json;

  SignedReceipts(Receipts receipts, JsonMapper json) {
    this.receipts = receipts;
    this.json = json;
  }

  /** What the receipt will say; none where nothing was recorded. */
  @Nullable String text(Appended appended) {
    try {
      return appended.events().isEmpty() ? null : receipts.text(appended);
    } catch (LogUnusable noKey) {
      LOG.error("No receipt could be given: {}", noKey.getMessage());
      return null;
    }
  }

  /** Where the person's own receipt is to be had, if the command was about a consent. */
  static Optional<Map<String, String>> link(Object command, Appended appended) {
    return switch (command) {
      case SubjectCommand.GiveConsent given -> link(given.subjectId(), appended);
      case SubjectCommand.RenewConsent renewed -> link(renewed.subjectId(), appended);
      case SubjectCommand.RefuseConsent refused -> link(refused.subjectId(), appended);
      case SubjectCommand.WithdrawConsent withdrawn -> link(withdrawn.subjectId(), appended);
      case RequestCommand.AnswerRequest answer -> withdrawn(appended);
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> link(SubjectId subject, Appended appended) {
    return appended.eventIds().stream().findFirst().map(id -> link(subject, id));
  }

  private static Map<String, String> link(SubjectId subject, UUID id) {
    return Map.of("id", id.toString(), "href", "/api/v1/subjects/" + subject + "/receipts/" + id);
  }

  /** Of several withdrawals the first; the others are found in the history. */
  private static Optional<Map<String, String>> withdrawn(Appended appended) {
    return appended.events().stream()
        .filter(event -> event.data() instanceof ConsentEvent.ConsentWithdrawn)
        .findFirst()
        .map(
            event ->
                link(((ConsentEvent.ConsentWithdrawn) event.data()).subjectId(), event.eventId()));
  }

  /** The body of the answer, with the note in its receipt. */
  String signed(IdempotencyKeys.Answer answer) {
    String body = answer.body();
    if (answer.receipt() == null) {
      return body;
    }
    try {
      String note = receipts.sign(answer.receipt()).format();
      ObjectNode whole = (ObjectNode) json.readTree(body);
      whole.withObjectProperty("receipt").put("note", note);
      return json.writeValueAsString(whole);
    } catch (LogUnusable noKey) {
      LOG.error("No receipt could be given: {}", noKey.getMessage());
      return body;
    }
  }
}
