package org.consentledger.api.mail.officers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.document.Labels;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.Pages;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.subject.Disposal;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.breaches.Breaches;
import org.consentledger.projections.disposal.DisposalList;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said of a matter, as it stands when the letter is written. */
@Component
final class OfficerMatters {

  private static final String QUARANTINED = "/console/letters?outcome=QUARANTINED";
  private static final String REQUEST_WORDS = "org.consentledger.api.report.report";

  private final Requests requests;
  private final Breaches breaches;
  private final DisposalList disposals;
  private final LetterServer server;
  private final Pages pages;

  /**
   * A matter, in the officer's language.
   *
   * @param name its number and what it is
   * @param due its last day, if it has one
   * @param link where it is seen
   */
  record Matter(String name, @Nullable LocalDate due, String link) {}

  OfficerMatters(
      Requests requests,
      Breaches breaches,
      DisposalList disposals,
      LetterServer server,
      Pages pages) {
    this.requests = requests;
    this.breaches = breaches;
    this.disposals = disposals;
    this.server = server;
    this.pages = pages;
  }

  /** What to say of it; nothing where it does not wait for anybody any more. */
  Optional<Matter> find(OfficerNotice kind, UUID matter, Language language) {
    return switch (kind) {
      case REQUEST_RECEIVED, REQUEST_DUE, REQUEST_OVERDUE, SENDING_SUSPENDED ->
          request(new RequestId(matter), language, true);
      case ANSWER_NOT_SENT -> request(new RequestId(matter), language, false);
      case LETTER_QUARANTINED ->
          Optional.of(
              new Matter(
                  pages.words("officers.letter", language, matter.toString()),
                  null,
                  server.address(QUARANTINED)));
      case DISPOSAL_TO_APPROVE -> disposal(matter, language);
      case BREACH_FOUND, BREACH_DUE, BREACH_OVERDUE -> breach(new BreachId(matter), language);
    };
  }

  /** Where everything of a kind is seen that waits. */
  String list(OfficerNotice kind) {
    return server.address(
        switch (kind) {
          case REQUEST_RECEIVED, REQUEST_DUE, REQUEST_OVERDUE, SENDING_SUSPENDED, ANSWER_NOT_SENT ->
              "/console/requests";
          case LETTER_QUARANTINED -> QUARANTINED;
          case DISPOSAL_TO_APPROVE -> "/console/disposals";
          case BREACH_FOUND, BREACH_DUE, BREACH_OVERDUE -> "/console/breaches";
        });
  }

  private Optional<Matter> request(RequestId id, Language language, boolean mustWait) {
    return requests
        .find(id)
        .filter(request -> !mustWait || request.isOpen())
        .map(
            request -> {
              RequestDue due = request.term().due();
              return new Matter(
                  "№ %s, %s"
                      .formatted(
                          request.received().number(),
                          new Labels(REQUEST_WORDS, language)
                              .text("request", request.received().type())),
                  due == null ? null : due.day(),
                  server.address("/console/requests/" + id));
            });
  }

  private Optional<Matter> breach(BreachId id, Language language) {
    return breaches
        .find(id)
        .filter(breach -> breach.notifiedAt() == null)
        .map(
            breach -> {
              RequestDue due = breach.term().due();
              return new Matter(
                  pages.words("officers.breach", language, id.toString()),
                  due == null ? null : due.day(),
                  server.address("/console/breaches/" + id));
            });
  }

  private Optional<Matter> disposal(UUID id, Language language) {
    return disposals
        .find(id)
        .map(DisposalList.Listed::disposal)
        .filter(disposal -> disposal.progress() == DisposalProgress.WAITING)
        .map(
            disposal ->
                new Matter(
                    pages.words("officers.disposal", language, id.toString()),
                    due(disposal),
                    server.address("/console/disposals/" + id)));
  }

  private static @Nullable LocalDate due(Disposal disposal) {
    Instant due = disposal.dueAt();
    return due == null ? null : Kazakhstan.dayOf(due);
  }
}
