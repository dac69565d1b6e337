package org.consentledger.api.console.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of users, on all nodes. */
@Component
public class ConsoleSessions {

  private final FindByIndexNameSessionRepository<? extends Session> repository;

  /**
   * One session, as its user sees it.
   *
   * @param name names it without being the secret that opens it
   * @param own whether it is the one that asks
   */
  public record OpenSession(String name, Instant begunAt, Instant lastUsedAt, boolean own) {}

  ConsoleSessions(FindByIndexNameSessionRepository<? extends Session> repository) {
    this.repository = repository;
  }

  /** A user's sessions, the newest first. */
  public List<OpenSession> of(UserId user, HttpServletRequest request) {
    String own = Optional.ofNullable(request.getSession(false)).map(HttpSession::getId).orElse("");
    return repository.findByPrincipalName(user.actor()).values().stream()
        .map(
            session ->
                new OpenSession(
                    name(session.getId()),
                    session.getCreationTime(),
                    session.getLastAccessedTime(),
                    session.getId().equals(own)))
        .sorted(Comparator.comparing(OpenSession::begunAt).reversed())
        .toList();
  }

  /** Ends one session of a user. */
  void end(UserId user, String name) {
    end(user, session -> name(session).equals(name));
  }

  /** Ends all sessions of a user but the one of the request, if one is given. */
  void endOthers(UserId user, @Nullable HttpServletRequest request) {
    HttpSession own = request == null ? null : request.getSession(false);
    String kept = own == null ? "" : own.getId();
    end(user, session -> !session.equals(kept));
  }

  void endAll(UserId user) {
    endOthers(user, null);
  }

  private void end(UserId user, Predicate<String> which) {
    repository.findByPrincipalName(user.actor()).keySet().stream()
        .filter(which)
        .forEach(repository::deleteById);
  }

  private static String name(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
