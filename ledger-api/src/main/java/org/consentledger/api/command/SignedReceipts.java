package org.consentledger.api.command;

import java.util.Map;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.log.LogUnusable;
import org.consentledger.core.log.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

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

  /** The body of the answer, with the receipt as its last member. */
  String signed(IdempotencyKeys.Answer answer) {
    String body = answer.body();
    if (answer.receipt() == null) {
      return body;
    }
    try {
      String note = receipts.sign(answer.receipt()).format();
      String member = json.writeValueAsString(Map.of("note", note));
      return body.substring(0, body.length() - 1) + ",\"receipt\":" + member + "}";
    } catch (LogUnusable noKey) {
      LOG.error("No receipt could be given: {}", noKey.getMessage());
      return body;
    }
  }
}
