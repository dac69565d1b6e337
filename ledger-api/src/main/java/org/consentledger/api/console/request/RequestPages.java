package org.consentledger.api.console.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.request.RequestQueryController;
import org.consentledger.api.request.RequestView;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.current.CurrentSubjects;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a request as it stands, whatever led to it. */
@Component
final class RequestPages {

  private final RequestQueryController requests;
  private final CurrentSubjects subjects;
  private final Clock clock;

  RequestPages(RequestQueryController requests, CurrentSubjects subjects, Clock clock) {
    this.requests = requests;
    this.subjects = subjects;
    this.clock = clock;
  }

  /** Where the page of a request is. */
  static String path(RequestId requestId) {
    return "/console/requests/" + requestId;
  }

  RequestView read(RequestId requestId) {
    return requests.read(requestId);
  }

  /** The page. */
  ModelAndView page(RequestId requestId) {
    RequestView request = read(requestId);
    Instant now = clock.instant();
    return new ModelAndView("console/request/request")
        .addObject("request", request)
        .addObject("open", isOpen(request))
        .addObject("left", TermLeft.of(request.dueDate(), now))
        .addObject("acts", acts(request))
        .addObject("suspended", isSuspended(request));
  }

  /** The page as it stands now, under what was refused. */
  ModelAndView refused(RequestId requestId, Problem problem) {
    ModelAndView page = page(requestId).addObject("problem", problem);
    page.setStatus(HttpStatusCode.valueOf(problem.status()));
    return page;
  }

  static boolean isOpen(RequestView request) {
    return request.state() != RequestStatus.ANSWERED && request.state() != RequestStatus.REFUSED;
  }

  /** The acts that are worth offering; the rules decide. */
  private static List<String> acts(RequestView request) {
    if (!isOpen(request)) {
      return List.of();
    }
    if (request.type() == RequestType.AUTHORITY) {
      return List.of("authority-answer");
    }
    boolean paused = request.state() == RequestStatus.PAUSED;
    boolean runs = request.state() == RequestStatus.OPEN;
    return List.of(
            offer("answer", true),
            offer("subject", request.subjectId() == null),
            offer("identity-verification", request.identityVerifiedAt() == null),
            offer(
                "authority-check",
                request.by() == GiverRole.REPRESENTATIVE && request.authorityCheckedAt() == null),
            offer("pause", runs),
            offer("resume", paused),
            offer("extension", runs && request.terms().extension() == 0),
            offer("refusal", true))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> offer(String act, boolean useful) {
    return useful ? Optional.of(act) : Optional.empty();
  }

  /** A suspension that a letter brought has the identifier of the letter's request. */
  private boolean isSuspended(RequestView request) {
    return Optional.ofNullable(request.subjectId())
        .flatMap(subjects::find)
        .map(CurrentSubject::state)
        .flatMap(state -> state.circumstances().suspension(request.requestId().value()))
        .isPresent();
  }
}
