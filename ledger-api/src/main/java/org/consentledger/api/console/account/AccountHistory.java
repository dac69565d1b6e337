package org.consentledger.api.console.account;

import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.user.AccountAct;
import org.consentledger.core.user.UserCommand.RecordAccountAct;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what is done with an account into the history, together with what it changes. */
@Component
class AccountHistory {

  /** Who acts where nobody is known yet. */
  private static final String NOBODY = "console";

  private final Commands commands;

  AccountHistory(Commands commands) {
    this.commands = commands;
  }

  /** A user did it to their own account. */
  void record(UserId user, AccountAct act, List<Write> writes) {
    record(user, act, user.actor(), writes);
  }

  /** Somebody whose word nobody can rely on tried something. */
  void recordAttempt(@Nullable UserId user, AccountAct act, List<Write> writes) {
    record(user, act, NOBODY, writes);
  }

  /** Somebody did it. */
  void record(@Nullable UserId user, AccountAct act, String actor, List<Write> writes) {
    commands.execute(
        new RecordAccountAct(UUID.randomUUID(), user, act),
        actor,
        null,
        new Attachment(writes, appended -> List.of()));
  }
}
