package org.consentledger.api.breach;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.breach.BreachCommand;
import org.consentledger.core.breach.BreachCommand.AmendBreach;
import org.consentledger.core.breach.BreachCommand.CloseBreach;
import org.consentledger.core.breach.BreachCommand.FindBreach;
import org.consentledger.core.breach.BreachCommand.NotifyAuthority;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.BreachId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes in breaches, and that the authorised body was told of them (law 25(2)(8)). */
@RestController
@RequestMapping("/api/v1/breaches")
public final class BreachController {

  private final CommandDesk desk;
  private final Vault vault;
  private final JsonMapper json;

  BreachController(CommandDesk desk, Vault vault, JsonMapper json) {
    this.desk = desk;
    this.vault = vault;
    this.json = json;
  }

  /**
   * Enters a breach. The authorised body is told within one working day, counted from the day after
   * the finding, however late it is entered: {@code GET /api/v1/breaches/{breachId}} shows the
   * arithmetic.
   */
  @Operation(operationId = "findBreach")
  @AnswersCommand(BreachMembers.class)
  @Refuses(Refusal.EffectiveInFuture.class)
  @PostMapping
  public ResponseEntity<String> find(
      @Valid @RequestBody BreachForms.Find form, CommandContext context) {
    BreachId breachId = BreachId.random();
    return submit(
        context,
        form,
        deposit ->
            new FindBreach(
                breachId, form.facts(seal(form.description(), deposit)), form.foundAt()));
  }

  /** Says what is known of a breach by now. The term stays as it is. */
  @Operation(operationId = "amendBreach")
  @AnswersCommand(BreachMembers.class)
  @Refuses({Refusal.BreachUnknown.class, Refusal.BreachClosed.class})
  @PostMapping("/{breachId}/amendment")
  public ResponseEntity<String> amend(
      @PathVariable BreachId breachId,
      @Valid @RequestBody BreachForms.Amend form,
      CommandContext context) {
    return submit(
        context,
        form,
        deposit -> new AmendBreach(breachId, form.facts(seal(form.description(), deposit))));
  }

  /** Records that the authorised body was told, once. */
  @Operation(operationId = "notifyAuthority")
  @AnswersCommand(BreachMembers.class)
  @Refuses({
    Refusal.BreachUnknown.class,
    Refusal.BreachClosed.class,
    Refusal.AuthorityNotifiedAlready.class,
    Refusal.NoticeBeforeFinding.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/{breachId}/authority-notice")
  public ResponseEntity<String> notify(
      @PathVariable BreachId breachId,
      @Valid @RequestBody BreachForms.Notice form,
      CommandContext context) {
    return submit(
        context,
        form,
        deposit ->
            new NotifyAuthority(
                breachId,
                deposit.document(json.writeValueAsBytes(BreachView.Notice.of(form))),
                form.notifiedAt()));
  }

  /** Closes a breach of which the authorised body was told, with what was done about it. */
  @Operation(operationId = "closeBreach")
  @AnswersCommand(BreachMembers.class)
  @Refuses({
    Refusal.BreachUnknown.class,
    Refusal.BreachClosed.class,
    Refusal.AuthorityNotNotified.class
  })
  @PostMapping("/{breachId}/closure")
  public ResponseEntity<String> close(
      @PathVariable BreachId breachId,
      @Valid @RequestBody BreachForms.Close form,
      CommandContext context) {
    return submit(
        context, form, deposit -> new CloseBreach(breachId, seal(form.measures(), deposit)));
  }

  private ResponseEntity<String> submit(
      CommandContext context, Object form, Function<Deposit, BreachCommand> prepare) {
    return desk.submit(
        context,
        form,
        () -> {
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          BreachCommand command = prepare.apply(deposit);
          return new Prepared(command, deposit.writes(), Map.of("breachId", command.breachId()));
        });
  }

  private static UUID seal(String words, Deposit deposit) {
    return deposit.document(words.getBytes(StandardCharsets.UTF_8));
  }
}
