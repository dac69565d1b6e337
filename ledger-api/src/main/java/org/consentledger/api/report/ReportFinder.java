package org.consentledger.api.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.api.document.Labels;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.recipient.RecipientNames;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestEnd;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ProcessingAct;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.Retention;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts a report together: from the state, the history, the registers and the vault. */
@Component
final class ReportFinder {

  private static final int AT_ONCE = 1000;

  private final EventLog eventLog;
  private final Requests requests;
  private final Readings readings;
  private final OperatorProfiles operators;
  private final PurposeTitles titles;
  private final RecipientNames names;
  private final Vault vault;
  private final Intake intake;
  private final Clock clock;

  ReportFinder(
      EventLog eventLog,
      Requests requests,
      Readings readings,
      OperatorProfiles operators,
      PurposeTitles titles,
      RecipientNames names,
      Vault vault,
      Intake intake,
      Clock clock) {
    this.eventLog = eventLog;
    this.requests = requests;
    this.readings = readings;
    this.operators = operators;
    this.titles = titles;
    this.names = names;
    this.vault = vault;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * The report.
   *
   * @param seen the person and the registers, who has data
   * @param accessEventId the event that records that the data is read
   */
  SubjectReport find(CurrentSubjects.Seen seen, UUID accessEventId, Labels labels) {
    SubjectState subject = seen.state().orElseThrow();
    Registers registers = seen.registers();
    SubjectHistory history = eventLog.historyOf(subject.subjectId());
    Instant now = clock.instant();
    return new SubjectReport(
        subject.subjectId(),
        labels.language(),
        now,
        accessEventId,
        operators.current().orElse(null),
        subject.registeredAt(),
        subject.source(),
        subject.aboutAnotherPerson(),
        subject.circumstances().accurateAt(),
        data(subject, registers, labels, now),
        purposes(subject, registers, labels, now),
        subject.circumstances().recipients().stream()
            .map(recipient -> recipient(recipient, registers))
            .toList(),
        actions(history, registers, labels),
        readings.of(subject.subjectId()),
        requests(subject.subjectId(), now));
  }

  private List<SubjectReport.ReportedData> data(
      SubjectState subject, Registers registers, Labels labels, Instant now) {
    List<Retention.Due> due = Retention.of(subject, registers, now);
    Map<String, JsonNode> contents = intake.read(vault.read(subject.subjectId()));
    List<SubjectReport.ReportedData> data = new ArrayList<>();
    contents.forEach(
        (code, content) -> {
          Category category = new Category(code);
          data.add(
              new SubjectReport.ReportedData(
                  category,
                  labels.category(category),
                  content,
                  due.stream()
                      .filter(it -> it.category().equals(category))
                      .map(Retention.Due::dueAt)
                      .findFirst()
                      .orElse(null)));
        });
    return data;
  }

  private List<SubjectReport.ReportedPurpose> purposes(
      SubjectState subject, Registers registers, Labels labels, Instant now) {
    SortedSet<PurposeId> all = new TreeSet<>(subject.consents().keySet());
    subject.circumstances().grounds().forEach(ground -> all.add(ground.claim().purposeId()));
    if (subject.purposeId() != null) {
      all.add(subject.purposeId());
    }
    return all.stream()
        .map(
            purposeId -> {
              Optional<PurposeDefinition> definition =
                  registers.findPurpose(purposeId).map(it -> it.latest().definition());
              return new SubjectReport.ReportedPurpose(
                  purposeId,
                  titles.of(purposeId, registers, labels.language()),
                  definition.map(PurposeDefinition::categories).orElseGet(TreeSet::new),
                  definition.map(PurposeDefinition::retention).orElse(null),
                  Stream.concat(
                          consent(subject.consent(purposeId), labels, now).stream(),
                          subject.circumstances().groundsFor(purposeId).stream()
                              .map(ground -> footing(ground, labels, now)))
                      .toList());
            })
        .toList();
  }

  private static Optional<SubjectReport.Footing> consent(
      ConsentAnswer answer, Labels labels, Instant now) {
    return switch (answer) {
      case ConsentAnswer.Given it ->
          Optional.of(
              consent(
                  labels,
                  it.isExpired(now) ? SubjectReport.Standing.ENDED : SubjectReport.Standing.HOLDS,
                  it,
                  it.terms().expiresAt(),
                  it.eventId()));
      case ConsentAnswer.Withdrawn it ->
          Optional.of(consent(labels, SubjectReport.Standing.WITHDRAWN, it, null, it.eventId()));
      case ConsentAnswer.Refused it ->
          Optional.of(consent(labels, SubjectReport.Standing.REFUSED, it, null, it.eventId()));
      case ConsentAnswer.NeverAsked it -> Optional.empty();
    };
  }

  private static SubjectReport.Footing consent(
      Labels labels,
      SubjectReport.Standing standing,
      ConsentAnswer answer,
      @Nullable Instant until,
      UUID evidence) {
    return new SubjectReport.Footing(
        LegalGround.CONSENT,
        LegalGround.CONSENT.clause(),
        labels.text("legalGround", LegalGround.CONSENT),
        standing,
        answer.effectiveAt(),
        until,
        evidence);
  }

  private static SubjectReport.Footing footing(ClaimedGround ground, Labels labels, Instant now) {
    LegalGround kind = ground.claim().ground();
    return new SubjectReport.Footing(
        kind,
        kind.clause(),
        labels.text("legalGround", kind),
        ground.holdsAt(now) ? SubjectReport.Standing.HOLDS : SubjectReport.Standing.ENDED,
        ground.effectiveAt(),
        ground.endedAt() == null ? ground.claim().validUntil() : ground.endedAt(),
        ground.eventId());
  }

  private SubjectReport.ReportedRecipient recipient(RecipientId recipient, Registers registers) {
    Optional<RecipientState> known = registers.findRecipient(recipient);
    return new SubjectReport.ReportedRecipient(
        recipient,
        names.of(recipient, registers),
        known.map(it -> it.latest().country()).orElse(null),
        known.map(it -> it.latest().kind()).orElse(null));
  }

  private List<SubjectReport.ReportedAct> actions(
      SubjectHistory history, Registers registers, Labels labels) {
    List<SubjectReport.ReportedAct> acts = new ArrayList<>();
    for (SubjectHistory.Entry entry : history.entries()) {
      if (entry.event() instanceof ProcessingEvent event) {
        switch (event) {
          case ProcessingEvent.ProcessingRecorded it ->
              acts.add(act(it.act(), it.effectiveAt(), true, entry.eventId(), registers, labels));
          case ProcessingEvent.UnlawfulProcessingFound it ->
              acts.add(act(it.act(), it.actAt(), false, entry.eventId(), registers, labels));
        }
      }
    }
    acts.sort(Comparator.comparing(SubjectReport.ReportedAct::at));
    return acts;
  }

  private SubjectReport.ReportedAct act(
      ProcessingAct act,
      Instant at,
      boolean lawful,
      UUID eventId,
      Registers registers,
      Labels labels) {
    return new SubjectReport.ReportedAct(
        at,
        act.action(),
        labels.text("action", act.action()),
        act.purposeId(),
        act.categories(),
        act.recipientId() == null ? null : names.of(act.recipientId(), registers),
        act.country(),
        act.channel(),
        lawful,
        eventId);
  }

  private List<SubjectReport.ReportedRequest> requests(SubjectId subjectId, Instant now) {
    Requests.Filter own = new Requests.Filter(null, null, null, subjectId);
    List<SubjectReport.ReportedRequest> all = new ArrayList<>();
    Requests.@Nullable Place place = null;
    List<RequestState> some;
    do {
      some = requests.find(own, now, place, AT_ONCE);
      some.forEach(request -> all.add(request(request, now)));
      place = some.isEmpty() ? null : Requests.Place.of(some.getLast());
    } while (some.size() == AT_ONCE);
    all.sort(Comparator.comparing(SubjectReport.ReportedRequest::receivedAt));
    return all;
  }

  private static SubjectReport.ReportedRequest request(RequestState request, Instant now) {
    RequestEnd end = request.end();
    return new SubjectReport.ReportedRequest(
        request.requestId(),
        request.received().number().toString(),
        request.received().type(),
        request.received().effectiveAt(),
        request.statusAt(now),
        request.term().due() == null ? null : request.term().due().day(),
        end == null ? null : end.at());
  }
}
