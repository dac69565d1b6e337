package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.AuthorityQuestion;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.request.RefusalReason;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestEnd;
import org.consentledger.core.request.RequestPause;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.request.RequestStatus;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands. What was written is elsewhere: {@code GET …/text}.
 *
 * @param requestId the request
 * @param number the number under which it was entered: the year and a running number
 * @param type what is asked
 * @param subjectId who asks; missing where that is not known yet
 * @param state how it stands
 * @param by the person, or a representative; missing where the authorised body asks
 * @param question about what the authorised body asks; missing where a person asks
 * @param receivedAt when it was received: a moment in UTC
 * @param identityVerifiedAt when it was verified who asks: a moment in UTC
 * @param authorityCheckedAt when the authority of the representative was checked: a moment in UTC
 * @param dueDate the last day of its term, in Kazakhstan; missing while the term rests
 * @param dueAt the first moment at which an answer is too late; missing while the term rests
 * @param pauses when the term rested
 * @param terms the term, with the arithmetic
 * @param end how it was answered or refused; missing while it waits
 * @param timeline what happened to it, the oldest first
 */
@Schema(name = "Request")
public record RequestView(
    RequestId requestId,
    String number,
    RequestType type,
    @Nullable SubjectId subjectId,
    RequestStatus state,
    @Nullable GiverRole by,
    Channel channel,
    @Nullable Language language,
    @Nullable AuthorityQuestion question,
    Instant receivedAt,
    @Nullable Instant identityVerifiedAt,
    @Nullable Instant authorityCheckedAt,
    @Nullable LocalDate dueDate,
    @Nullable Instant dueAt,
    List<RequestPause> pauses,
    TermsView terms,
    @Nullable End end,
    List<Happening> timeline) {

  /**
   * How a request ended.
   *
   * @param at when: a moment in UTC
   * @param late whether its term was over then
   * @param refusal why it was refused; missing where it was answered
   * @param effects what was carried out with the answer
   * @param effectEventIds the events by which it was
   * @param exportId the export that the authorised body was given with it; missing where it was not
   * @param mailed how far the text is that leaves by mail; missing where none does
   */
  @Schema(name = "RequestEndView")
  public record End(
      Instant at,
      boolean late,
      @Nullable RefusalReason refusal,
      SortedSet<EffectKind> effects,
      List<UUID> effectEventIds,
      @Nullable UUID exportId,
      @Nullable MailedAnswerState mailed) {}

  /**
   * Something that happened to a request.
   *
   * @param type the stored name of the event, such as {@code request.paused}
   * @param effectiveAt when it happened: a moment in UTC
   * @param actor who caused it
   */
  @Schema(name = "RequestHappening")
  public record Happening(
      UUID eventId, String type, Instant effectiveAt, Instant recordedAt, @Nullable String actor) {

    static Happening of(EventLog.OfRequest entry) {
      return new Happening(
          entry.eventId(),
          EventNames.nameOf(entry.event().getClass()).orElseThrow(),
          entry.event().effectiveAt(),
          entry.recordedAt(),
          entry.actor());
    }
  }

  static RequestView of(
      RequestState request,
      @Nullable MailedAnswerState mailed,
      List<EventLog.OfRequest> events,
      Registers registers,
      Instant now) {
    RequestDue due = request.term().due();
    return new RequestView(
        request.requestId(),
        request.received().number().toString(),
        request.received().type(),
        request.subjectId(),
        request.statusAt(now),
        request.received().by(),
        request.received().channel(),
        request.received().language(),
        request.received().question(),
        request.received().effectiveAt(),
        request.identityVerifiedAt(),
        request.authorityCheckedAt(),
        due == null ? null : due.day(),
        due == null ? null : due.end(),
        request.pauses(),
        TermsView.of(request.term(), registers),
        end(request, mailed),
        events.stream().map(Happening::of).toList());
  }

  private static @Nullable End end(RequestState request, @Nullable MailedAnswerState mailed) {
    RequestEnd end = request.end();
    return end == null
        ? null
        : new End(
            end.at(),
            request.overdue() != null,
            end.refusal(),
            end.effects(),
            end.effectEvents(),
            end.exportId(),
            mailed);
  }
}
