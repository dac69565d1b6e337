package org.consentledger.api.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestCommand.ReceiveRequest;
import org.consentledger.core.request.RequestEvent.RequestReceived;
import org.consentledger.core.request.RequestNumber;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Enters requests that came by no endpoint: out of letters, and from people's own pages. */
@Component
public final class RequestEntry {

  /** What breaks where somebody else took the number. */
  private static final String SAME_NUMBER = "current_request_number";

  private static final int MOST_TRIES = 20;

  private final Commands commands;
  private final Requests requests;
  private final EventLog eventLog;
  private final Vault vault;
  private final JsonMapper json;
  private final Clock clock;

  /**
   * What was asked.
   *
   * @param subjectId who asks, if that is known
   * @param receivedAt when it was received; none means now
   * @param text in the person's words; sealed
   * @param contact where the answer is to go; sealed
   */
  public record Asked(
      @Nullable SubjectId subjectId,
      RequestType type,
      Channel channel,
      @Nullable Instant receivedAt,
      Language language,
      String text,
      String contact) {}

  RequestEntry(
      Commands commands,
      Requests requests,
      EventLog eventLog,
      Vault vault,
      JsonMapper json,
      Clock clock) {
    this.eventLog = eventLog;
    this.commands = commands;
    this.requests = requests;
    this.vault = vault;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Enters a request under the next number of the year.
   *
   * @param actor who enters it, as an identifier
   * @param besides what is written in the same transaction; may put more into the vault, under the
   *     key of the request
   * @throws ConstraintViolated where that collides with what is there; then nothing was entered
   * @throws Refused where a rule forbids it
   */
  public RequestId enter(
      Asked asked, String actor, BiFunction<RequestId, Deposit, List<Write>> besides) {
    for (int attempt = 1; ; attempt++) {
      RequestId requestId = RequestId.random();
      Deposit deposit = vault.open(requestId);
      ReceiveRequest command = command(requestId, asked, deposit);
      List<Write> more = besides.apply(requestId, deposit);
      try {
        commands.execute(
            command,
            actor,
            null,
            new Attachment(
                Stream.concat(deposit.writes().stream(), more.stream()).toList(),
                appended -> List.of()));
        return requestId;
      } catch (ConstraintViolated conflict) {
        if (!conflict.constraint().equals(SAME_NUMBER) || attempt == MOST_TRIES) {
          throw conflict;
        }
      }
    }
  }

  /**
   * Where the answer to a request is to go, as whoever asked has said.
   *
   * @throws Refused where what they wrote was destroyed
   */
  public Optional<String> contact(RequestId requestId) {
    return eventLog.historyOf(requestId).stream()
        .map(EventLog.OfRequest::event)
        .filter(RequestReceived.class::isInstance)
        .map(event -> ((RequestReceived) event).textReference())
        .map(text -> vault.documents(requestId, List.of(text)).get(text))
        .filter(Objects::nonNull)
        .map(words -> json.readValue(words, SealedWords.class).contact())
        .filter(Objects::nonNull)
        .findFirst();
  }

  private ReceiveRequest command(RequestId requestId, Asked asked, Deposit deposit) {
    int year = Kazakhstan.dayOf(clock.instant()).getYear();
    SealedWords words = new SealedWords(asked.text(), null, asked.contact(), null, null);
    return new ReceiveRequest(
        requestId,
        asked.subjectId(),
        new RequestNumber(year, requests.nextNumber(year)),
        asked.type(),
        GiverRole.SUBJECT,
        null,
        asked.channel(),
        asked.receivedAt(),
        asked.language(),
        deposit.document(json.writeValueAsBytes(words)));
  }
}
