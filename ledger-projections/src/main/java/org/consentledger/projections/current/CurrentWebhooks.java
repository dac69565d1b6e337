package org.consentledger.projections.current;

import java.util.List;
import java.util.Optional;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of webhooks as it is now. No rule looks it up, so it stands beside the others. */
public final class CurrentWebhooks {

  private final JdbcClient database;
  private final StateJson json = new StateJson();

  /** Reads the register of this database. */
  public CurrentWebhooks(JdbcClient database) {
    this.database = database;
  }

  /** All webhooks, in the order of their names. */
  public List<WebhookState> all() {
    return database
        .sql("select state from current_register where kind = 'WEBHOOK' order by id collate \"C\"")
        .query((row, number) -> json.read(row.getString("state"), WebhookState.class))
        .list();
  }

  /** One webhook, if there is such a one. */
  public Optional<WebhookState> find(WebhookId webhook) {
    return database
        .sql("select state from current_register where kind = 'WEBHOOK' and id = :id")
        .param("id", webhook.value())
        .query((row, number) -> json.read(row.getString("state"), WebhookState.class))
        .optional();
  }
}
