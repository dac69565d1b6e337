package org.consentledger.core.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked about users of the console. */
public sealed interface UserCommand {

  /** Says who a user is and what they may do; something else than before makes a new version. */
  record RecordUser(UserId userId, UserContent content) implements UserCommand {}

  /**
   * Records what was done with an account.
   *
   * @param actId names the act
   * @param userId whose account; missing where somebody tried a name that nobody has
   */
  record RecordAccountAct(UUID actId, @Nullable UserId userId, AccountAct act)
      implements UserCommand {}
}
