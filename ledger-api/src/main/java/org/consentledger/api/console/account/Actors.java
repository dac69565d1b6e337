package org.consentledger.api.console.account;

import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names whoever did something; templates say {@code @actors}. */
@Component
public final class Actors {

  private static final String USER = "user:";

  private final Users users;

  Actors(Users users) {
    this.users = users;
  }

  /** The name of a user; of anybody else what stands in the history. */
  public String name(@Nullable String actor) {
    if (actor == null) {
      return "";
    }
    return user(actor).flatMap(users::find).map(it -> it.names().name()).orElse(actor);
  }

  private static Optional<UserId> user(String actor) {
    try {
      return actor.startsWith(USER)
          ? Optional.of(new UserId(UUID.fromString(actor.substring(USER.length()))))
          : Optional.empty();
    } catch (IllegalArgumentException nobody) {
      return Optional.empty();
    }
  }
}
