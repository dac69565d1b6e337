package org.consentledger.api.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestCommand;
import org.consentledger.core.request.RequestCommand.ReceiveRequest;
import org.consentledger.core.request.RequestNumber;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Enters requests, and takes commands to them in. */
@Component
final class RequestDesk {

  private final CommandDesk desk;
  private final Requests requests;
  private final Vault vault;
  private final RegisterReader registers;
  private final JsonMapper json;
  private final Clock clock;

  /**
   * One request is entered after the other on a node, so that its numbers are not asked for by many
   * at once. Of two nodes that meet, one is refused by the database and takes the next number.
   */
  private final ReentrantLock entering = new ReentrantLock();

  RequestDesk(
      CommandDesk desk,
      Requests requests,
      Vault vault,
      RegisterReader registers,
      JsonMapper json,
      Clock clock) {
    this.desk = desk;
    this.requests = requests;
    this.vault = vault;
    this.registers = registers;
    this.json = json;
    this.clock = clock;
  }

  /** Enters a request of a person. */
  ResponseEntity<String> receive(CommandContext context, RequestForms.Receive form) {
    return enter(
        context, form, (number, requestId, deposit) -> command(form, number, requestId, deposit));
  }

  /** Makes the command that enters a request. */
  @FunctionalInterface
  interface Entering {
    RequestCommand command(RequestNumber number, RequestId requestId, Deposit deposit);
  }

  /**
   * Enters a request under the next number of the year.
   *
   * @param form the body as it was read
   */
  ResponseEntity<String> enter(CommandContext context, Object form, Entering entered) {
    entering.lock();
    try {
      return desk.submit(context, form, () -> entered(entered));
    } finally {
      entering.unlock();
    }
  }

  private Prepared entered(Entering entered) {
    RequestId requestId = RequestId.random();
    Instant now = clock.instant();
    int year = Kazakhstan.dayOf(now).getYear();
    RequestNumber number = new RequestNumber(year, requests.nextNumber(year));
    Deposit deposit = vault.open(requestId);
    RequestCommand command = entered.command(number, requestId, deposit);
    Registers known = registers.current();
    return new Prepared(
        command,
        deposit.writes(),
        appended ->
            RequestMembers.of(
                requestId, number.toString(), RequestMembers.term(appended).orElseThrow(), known),
        HttpStatus.CREATED);
  }

  private ReceiveRequest command(
      RequestForms.Receive form, RequestNumber number, RequestId requestId, Deposit deposit) {
    RequestForms.Representative representative = form.representative();
    return new ReceiveRequest(
        requestId,
        form.subjectId() == null ? null : new SubjectId(form.subjectId()),
        number,
        form.type(),
        representative == null ? GiverRole.SUBJECT : GiverRole.REPRESENTATIVE,
        representative == null
            ? null
            : seal(
                new SealedWords(
                    null, null, null, representative.fullName(), representative.authority()),
                deposit),
        form.channel(),
        form.receivedAt(),
        form.language(),
        seal(new SealedWords(form.text(), null, form.contact(), null, null), deposit));
  }

  /**
   * Takes a command in that seals nothing.
   *
   * @param form the body as it was read
   */
  ResponseEntity<String> submit(
      CommandContext context, @Nullable Object form, RequestCommand command) {
    return submit(context, form, command.requestId(), (request, deposit) -> command);
  }

  /** Takes a command in. */
  ResponseEntity<String> submit(
      CommandContext context,
      @Nullable Object form,
      RequestId requestId,
      BiFunction<RequestState, Deposit, RequestCommand> prepare) {
    return submit(context, form, requestId, prepare, List.of());
  }

  /**
   * Takes a command in.
   *
   * @param besides what is written in the same transaction
   */
  ResponseEntity<String> submit(
      CommandContext context,
      @Nullable Object form,
      RequestId requestId,
      BiFunction<RequestState, Deposit, RequestCommand> prepare,
      List<Write> besides) {
    return desk.submit(
        context,
        form,
        () -> {
          RequestState request = require(requestId);
          Deposit deposit = vault.deposit(requestId);
          RequestCommand command = prepare.apply(request, deposit);
          Registers known = registers.current();
          return new Prepared(
              command,
              Stream.concat(deposit.writes().stream(), besides.stream()).toList(),
              appended ->
                  RequestMembers.of(
                      requestId,
                      request.received().number().toString(),
                      RequestMembers.term(appended).orElse(request.term()),
                      known),
              HttpStatus.CREATED);
        });
  }

  /** A request as it stands; refuses where there is none. */
  RequestState require(RequestId requestId) {
    return requests.find(requestId).orElseThrow(() -> new Refused(new Refusal.RequestUnknown()));
  }

  /** Seals words, and says where. */
  UUID seal(SealedWords words, Deposit deposit) {
    return deposit.document(json.writeValueAsBytes(words));
  }

  /** What was sealed. */
  SealedWords read(byte[] sealed) {
    return json.readValue(sealed, SealedWords.class);
  }
}
