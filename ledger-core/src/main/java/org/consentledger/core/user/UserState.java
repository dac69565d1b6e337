package org.consentledger.core.user;

import java.time.Instant;
import java.util.Set;
import org.consentledger.core.user.UserEvent.UserRecorded;

/**
 * A user as they are now.
 *
 * @param number counts the versions, from 1
 * @param recordedAt when the newest was recorded
 */
public record UserState(UserId userId, int number, UserContent content, Instant recordedAt) {

  /** The state after one more event; each says the whole of it. */
  public static UserState evolve(UserRecorded event) {
    return new UserState(event.userId(), event.number(), event.content(), event.recordedAt());
  }

  /** What the user may do: nothing while not active. */
  public Set<Role> rights() {
    return content.active() ? content.roles() : Set.of();
  }
}
