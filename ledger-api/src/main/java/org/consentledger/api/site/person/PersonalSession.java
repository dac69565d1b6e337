package org.consentledger.api.site.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Whose page a session has opened, as the session keeps it: texts and numbers alone, so that a
 * newer version of the program reads it as well.
 */
record PersonalSession(SubjectId subjectId, Instant openedAt) {

  private static final String SUBJECT = "person.subject";
  private static final String OPENED_AT = "person.openedAt";

  /** The session of a request; empty where nobody's page is open. */
  static Optional<PersonalSession> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(SUBJECT) instanceof String subject
            && session.getAttribute(OPENED_AT) instanceof Long openedAt
        ? Optional.of(
            new PersonalSession(
                new SubjectId(UUID.fromString(subject)), Instant.ofEpochMilli(openedAt)))
        : Optional.empty();
  }

  /** Keeps it, under an identifier that nobody could know before, and with nothing from before. */
  void begin(HttpServletRequest request) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(SUBJECT, subjectId.toString());
    session.setAttribute(OPENED_AT, openedAt.toEpochMilli());
  }

  /** Ends whatever session there is. */
  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
