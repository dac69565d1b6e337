package org.consentledger.api.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.limits.CommandGate;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.ConstraintViolated;
import org.consentledger.core.eventstore.Handovers;
import org.consentledger.core.eventstore.KeptAnswer;
import org.consentledger.core.eventstore.LedgerOverloaded;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.personaldata.EpochKeys;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a command in, once. Its answer is written in the transaction of its events, under its
 * idempotency key; whoever sends it again, even at the same time, gets that answer and has no
 * second effect. A refusal by the rules is an answer as well.
 */
@Component
public final class CommandDesk {

  /**
   * How often a command is prepared anew when somebody else was first with what it had looked up.
   */
  private static final int MOST_TRIES = 10;

  private static final Pattern ABOUT_MAILING =
      Pattern.compile("/api/v1/mailings/(" + Codes.CODE + ")/(?:pause|cancel)$");

  private final Commands commands;
  private final Handovers handovers;
  private final IdempotencyKeys keys;
  private final EpochKeys epochKeys;
  private final SignedReceipts receipts;
  private final CommandGate gate;
  private final JsonMapper json;

  CommandDesk(
      Commands commands,
      Handovers handovers,
      IdempotencyKeys keys,
      EpochKeys epochKeys,
      SignedReceipts receipts,
      CommandGate gate,
      JsonMapper json) {
    this.commands = commands;
    this.handovers = handovers;
    this.keys = keys;
    this.epochKeys = epochKeys;
    this.receipts = receipts;
    this.gate = gate;
    this.json = json;
  }

  /**
   * Carries a command out and answers.
   *
   * @param request the body as it was read, to tell repetitions from other uses of the same key
   * @param prepare makes the command; looks up and seals what it needs, and changes nothing
   */
  public ResponseEntity<String> submit(
      CommandContext context, @Nullable Object request, Supplier<Prepared> prepare) {
    return gate.pass(() -> answer(context, request, prepare));
  }

  private ResponseEntity<String> answer(
      CommandContext context, @Nullable Object request, Supplier<Prepared> prepare) {
    String key = context.idempotencyKey();
    if (key == null) {
      return response(execute(context, null, prepare), false);
    }
    IdempotencyKeys.Use use = keys.use(context, key, json.writeValueAsString(request));
    try {
      return response(execute(context, use, prepare), false);
    } catch (LedgerOverloaded | LedgerUnavailable | DataAccessResourceFailureException notNow) {
      throw notNow;
    } catch (RuntimeException failure) {
      // What was carried out under this key before may be why it cannot be now.
      return replay(context, find(use).orElseThrow(() -> failure));
    }
  }

  /** What was carried out may not have been answered yet: it waits for what is handed over. */
  private ResponseEntity<String> replay(CommandContext context, IdempotencyKeys.Answer first) {
    String subject = json.readTree(first.body()).path("subjectId").asString("");
    SubjectId.find(subject).ifPresent(handovers::await);
    Matcher mailing = ABOUT_MAILING.matcher(context.target());
    if (mailing.find()) {
      handovers.await(new MailingId(mailing.group(1)));
    }
    return response(first, true);
  }

  private Optional<IdempotencyKeys.Answer> find(IdempotencyKeys.Use use) {
    try {
      return keys.find(use);
    } catch (KeyReused reused) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "IDEMPOTENCY_KEY_REUSED",
              "This Idempotency-Key came before with another request. Choose a new key for a new"
                  + " request."));
    }
  }

  /**
   * Carries out what somebody asked for on a page. No key is needed: a form is not sent again by
   * itself.
   *
   * @param actor who asked, as an identifier
   * @param prepare makes the command; looks up and seals what it needs, and changes nothing
   * @throws Refused where a rule of the domain forbids it
   */
  public Appended carryOut(String actor, Supplier<Prepared> prepare) {
    return gate.pass(
        () ->
            persistently(
                () -> {
                  Prepared prepared = prepare.get();
                  return commands.execute(
                      prepared.command(),
                      actor,
                      null,
                      new Attachment(prepared.writes(), appended -> List.of()));
                }));
  }

  private IdempotencyKeys.Answer execute(
      CommandContext context, IdempotencyKeys.@Nullable Use use, Supplier<Prepared> prepare) {
    try {
      return persistently(() -> executeOnce(context, use, prepare.get()));
    } catch (Refused refused) {
      return refuse(use, RefusalProblems.of(refused.refusal()));
    }
  }

  private <T> T persistently(Supplier<T> execution) {
    for (int attempt = 1; ; attempt++) {
      try {
        return execution.get();
      } catch (ConstraintViolated conflict) {
        if (conflict.constraint().equals(KeptAnswer.CONSTRAINT) || attempt == MOST_TRIES) {
          throw conflict;
        }
        if (conflict.constraint().equals(EpochKeys.CONSTRAINT)) {
          epochKeys.refresh();
        }
      }
    }
  }

  private IdempotencyKeys.Answer executeOnce(
      CommandContext context, IdempotencyKeys.@Nullable Use use, Prepared prepared) {
    Attachment attachment =
        use == null
            ? new Attachment(prepared.writes(), appended -> List.of())
            : Attachment.answering(
                prepared.writes(),
                use.keyDigest(),
                appended -> use.answeredBy(answer(prepared, appended)));
    Appended appended =
        commands.execute(
            prepared.command(), context.actor(), context.expectedVersion(), attachment);
    return attachment
        .kept()
        .map(IdempotencyKeys.Answer::of)
        .orElseGet(() -> answer(prepared, appended));
  }

  private IdempotencyKeys.Answer refuse(IdempotencyKeys.@Nullable Use use, Problem problem) {
    IdempotencyKeys.Answer answer =
        new IdempotencyKeys.Answer(problem.status(), json.writeValueAsString(problem), null);
    if (use != null) {
      commands.record(
          Attachment.answering(List.of(), use.keyDigest(), appended -> use.answeredBy(answer)));
    }
    return answer;
  }

  private IdempotencyKeys.Answer answer(Prepared prepared, Appended appended) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("eventIds", appended.eventIds());
    body.put("position", appended.position());
    body.put("recordedAt", appended.recordedAt());
    body.putAll(prepared.members().apply(appended));
    SignedReceipts.link(prepared.command(), appended).ifPresent(link -> body.put("receipt", link));
    HttpStatus status = appended.eventIds().isEmpty() ? HttpStatus.OK : prepared.status();
    return new IdempotencyKeys.Answer(
        status.value(), json.writeValueAsString(body), receipts.text(appended));
  }

  private ResponseEntity<String> response(IdempotencyKeys.Answer answer, boolean replayed) {
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(answer.status())
            .contentType(
                answer.status() < HttpStatus.BAD_REQUEST.value()
                    ? MediaType.APPLICATION_JSON
                    : Problem.MEDIA_TYPE);
    if (replayed) {
      response.header("Idempotency-Replayed", "true");
    }
    return response.body(receipts.signed(answer));
  }
}
