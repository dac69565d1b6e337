package org.consentledger.core.user;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What can happen to users of the console. */
public sealed interface UserEvent {

  /**
   * It was said who a user is and what they may do (clauses 8.1, 11).
   *
   * @param userId who
   * @param number counts the versions, from 1
   * @param content what was said
   * @param recordedAt when that was recorded
   */
  @Revision("1")
  record UserRecorded(UserId userId, int number, UserContent content, Instant recordedAt)
      implements UserEvent {}

  /**
   * Something was done with an account. Who did it stands in the metadata of the event.
   *
   * @param actId names the act
   * @param userId whose account; missing where somebody tried a name that nobody has
   * @param recordedAt when it was done
   */
  @Revision("1")
  record AccountActRecorded(UUID actId, @Nullable UserId userId, AccountAct act, Instant recordedAt)
      implements UserEvent {}
}
