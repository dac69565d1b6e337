package org.consentledger.api.report;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.document.Labels;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.api.recipient.RecipientNames;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestEnd;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.subject.ProcessingAct;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.Retention;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts a report together: from the state, the history, the registers and the vault. */
@Component
public final class ReportFinder {

  private static final int AT_ONCE = 1000;

  private final EventLog eventLog;
  private final Requests requests;
  private final Readings readings;
  private final OperatorProfiles operators;
  private final ReportedPurposes purposes;
  private final RecipientNames names;
  private final Vault vault;
  private final Intake intake;
  private final Clock clock;

  ReportFinder(
      EventLog eventLog,
      Requests requests,
      Readings readings,
      OperatorProfiles operators,
      ReportedPurposes purposes,
      RecipientNames names,
      Vault vault,
      Intake intake,
      Clock clock) {
    this.eventLog = eventLog;
    this.requests = requests;
    this.readings = readings;
    this.operators = operators;
    this.purposes = purposes;
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
  SubjectReport find(SubjectReader.Seen seen, UUID accessEventId, Labels labels) {
    SubjectState subject = seen.state().orElseThrow();
    Registers registers = seen.registers();
    SubjectHistory history = eventLog.historyOf(subject.subjectId());
    Instant now = clock.instant();
    return new SubjectReport(
        subject.subjectId(),
        labels.language(),
        now,
        accessEventId,
        operators.current().map(ReportFinder::operator).orElse(null),
        subject.registeredAt(),
        subject.source(),
        subject.aboutAnotherPerson(),
        subject.circumstances().accurateAt(),
        data(subject, registers, labels, now),
        purposes.of(subject, registers, labels, now),
        recipients(subject, registers),
        actions(history, registers, labels),
        readings.of(subject.subjectId()),
        requests(subject.subjectId(), now));
  }

  /**
   * What is done with a person's data, without the data: nothing of the vault is opened.
   *
   * @param purposes for what, and on which grounds
   * @param recipients to whom data was handed
   * @param actions what was done with it, the newest first
   * @param readings when people read it, the newest first
   * @param requests what the person asked for, the newest first
   */
  public record Overview(
      List<SubjectReport.ReportedPurpose> purposes,
      List<SubjectReport.ReportedRecipient> recipients,
      List<SubjectReport.ReportedAct> actions,
      List<SubjectReport.Reading> readings,
      List<SubjectReport.ReportedRequest> requests) {}

  /** What a person sees before they ask for the data itself. */
  public Overview overview(SubjectReader.Seen seen, Labels labels) {
    SubjectState subject = seen.state().orElseThrow();
    Registers registers = seen.registers();
    Instant now = clock.instant();
    return new Overview(
        purposes.of(subject, registers, labels, now),
        recipients(subject, registers),
        actions(eventLog.historyOf(subject.subjectId()), registers, labels).reversed(),
        readings.of(subject.subjectId()).reversed(),
        requests(subject.subjectId(), now).reversed());
  }

  private static SubjectReport.ReportedOperator operator(OperatorProfile profile) {
    return new SubjectReport.ReportedOperator(
        profile.name(), profile.bin(), profile.address(), profile.email(), profile.phone());
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

  private List<SubjectReport.ReportedRecipient> recipients(
      SubjectState subject, Registers registers) {
    return subject.circumstances().recipients().stream()
        .map(recipient -> recipient(recipient, registers))
        .toList();
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
