package org.consentledger.api.mail.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** DOWN where a mailbox has not been looked into for longer than its {@code down-after}. */
@Component("mailboxes")
final class MailboxHealth implements HealthIndicator {

  private final MailProperties properties;
  private final MailboxStates states;
  private final Clock clock;

  MailboxHealth(MailProperties properties, MailboxStates states, Clock clock) {
    this.properties = properties;
    this.states = states;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    properties
        .in()
        .forEach(
            (name, mailbox) -> {
              Optional<MailboxStates.State> state = states.find(name);
              state
                  .filter(it -> unseen(it).compareTo(mailbox.downAfter()) > 0)
                  .ifPresent(it -> health.down());
              health.withDetail(name, state.map(this::details).orElseGet(Map::of));
            });
    return health.build();
  }

  private Duration unseen(MailboxStates.State state) {
    return Duration.between(state.unseenSince(), clock.instant());
  }

  private Map<String, Object> details(MailboxStates.State state) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("unseenSeconds", unseen(state).toSeconds());
    if (state.failure() != null) {
      details.put("failure", state.failure());
    }
    return details;
  }
}
