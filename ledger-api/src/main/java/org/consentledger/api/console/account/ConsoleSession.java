package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Who is signed in, as a session keeps it: texts and numbers alone, so that a newer version of the
 * program reads it as well. What the user may do is no part of it: that is looked up each time.
 *
 * @param due what must be done before anything else; nothing where it is null
 */
public record ConsoleSession(UserId userId, Instant signedInAt, @Nullable Due due) {

  /** In a session that somebody has who did not sign in yet. */
  public static final String NOBODYS = "console.nobodys";

  private static final String USER = "console.user";
  private static final String SIGNED_IN_AT = "console.signedInAt";
  private static final String DUE = "console.due";

  /** What must be done before anything else. */
  public enum Due {
    /** The one-time code must be entered. */
    SECOND_FACTOR,
    /** Another password must be chosen. */
    PASSWORD;

    /** The right to do that, and nothing else. */
    public String authority() {
      return "DUE_" + name();
    }
  }

  /** The session of a request; empty where nobody signed in. */
  static Optional<ConsoleSession> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(USER) instanceof String user)
        || !(session.getAttribute(SIGNED_IN_AT) instanceof Long signedInAt)) {
      return Optional.empty();
    }
    return Optional.of(
        new ConsoleSession(
            new UserId(UUID.fromString(user)),
            Instant.ofEpochMilli(signedInAt),
            session.getAttribute(DUE) instanceof String due ? Due.valueOf(due) : null));
  }

  /** Keeps it, under an identifier that nobody could know before, and with nothing from before. */
  void begin(HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(USER, userId.toString());
    session.setAttribute(SIGNED_IN_AT, signedInAt.toEpochMilli());
    if (due != null) {
      session.setAttribute(DUE, due.name());
    }
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, userId.actor());
  }
}
