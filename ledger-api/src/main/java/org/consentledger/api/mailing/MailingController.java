package org.consentledger.api.mailing;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.mailing.MailingCommand;
import org.consentledger.core.mailing.MailingCommand.CancelMailing;
import org.consentledger.core.mailing.MailingCommand.PauseMailing;
import org.consentledger.core.mailing.MailingCommand.PlanMailing;
import org.consentledger.core.mailing.MailingCommand.ResumeMailing;
import org.consentledger.core.mailing.MailingCommand.StartMailing;
import org.consentledger.core.mailing.MailingPlan;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.mailing.Mailings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Informational mailings (section 6): one letter to everybody who may be written to. */
@RestController
@RequestMapping("/api/v1/mailings")
public final class MailingController {

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash hash;
  private final Mailings mailings;
  private final MailingContents contents;
  private final Letters letters;
  private final MailingChecks checks;
  private final JsonMapper json;
  private final Paging paging;

  /** What a command about a mailing answers besides. */
  @Schema(name = "MailingMembers")
  record Concerned(MailingId mailingId) {}

  MailingController(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      Mailings mailings,
      MailingContents contents,
      Letters letters,
      MailingChecks checks,
      JsonMapper json,
      Paging paging) {
    this.desk = desk;
    this.vault = vault;
    this.hash = new KeyedHash(secrets, "mailing");
    this.mailings = mailings;
    this.contents = contents;
    this.letters = letters;
    this.checks = checks;
    this.json = json;
    this.paging = paging;
  }

  /** Plans a mailing, or plans it anew while it has not begun. Nothing is sent. */
  @Operation(operationId = "planMailing")
  @AnswersCommand(Concerned.class)
  @Refuses({
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.CategoryOutsidePurpose.class,
    Refusal.MailingUnderWay.class
  })
  @PutMapping("/{mailingId}")
  public ResponseEntity<String> plan(
      @PathVariable MailingId mailingId,
      @Valid @RequestBody MailingRequest request,
      CommandContext context) {
    checks.requireWhole(request);
    return desk.submit(
        context,
        request,
        () -> {
          byte[] text = json.writeValueAsBytes(request);
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          MailingPlan plan =
              new MailingPlan(
                  new PurposeId(request.purposeId()),
                  request.rate(),
                  HexFormat.of().formatHex(hash.of(text)),
                  deposit.document(text));
          return new Prepared(
              new PlanMailing(mailingId, plan), deposit.writes(), Map.of("mailingId", mailingId));
        });
  }

  /**
   * Lets a mailing begin: those who are permitted now get a letter each, if they still are when
   * their turn comes. Needs a mail server, a public address with https and a sender.
   */
  @Operation(operationId = "startMailing")
  @AnswersCommand(Concerned.class)
  @Refuses({
    Refusal.MailingUnknown.class,
    Refusal.MailingUnderWay.class,
    Refusal.MailingEnded.class,
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.CategoryOutsidePurpose.class,
    Refusal.OperatorNotDescribed.class,
    Refusal.MailNotConfigured.class
  })
  @PostMapping("/{mailingId}/start")
  public ResponseEntity<String> start(@PathVariable MailingId mailingId, CommandContext context) {
    return submit(
        context,
        () -> {
          checks.requireSendable(known(mailingId));
          return new StartMailing(mailingId);
        });
  }

  /** Stops a mailing. Once this is answered, no letter of it leaves until it is resumed. */
  @Operation(operationId = "pauseMailing")
  @AnswersCommand(Concerned.class)
  @Refuses({
    Refusal.MailingUnknown.class,
    Refusal.MailingNotStarted.class,
    Refusal.MailingEnded.class
  })
  @PostMapping("/{mailingId}/pause")
  public ResponseEntity<String> pause(@PathVariable MailingId mailingId, CommandContext context) {
    return submit(context, () -> new PauseMailing(mailingId));
  }

  /** Lets a mailing go on where it was. */
  @Operation(operationId = "resumeMailing")
  @AnswersCommand(Concerned.class)
  @Refuses({
    Refusal.MailingUnknown.class,
    Refusal.MailingNotStarted.class,
    Refusal.MailingEnded.class
  })
  @PostMapping("/{mailingId}/resume")
  public ResponseEntity<String> resume(@PathVariable MailingId mailingId, CommandContext context) {
    return submit(context, () -> new ResumeMailing(mailingId));
  }

  /** Calls a mailing off, for good. Once this is answered, no letter of it leaves. */
  @Operation(operationId = "cancelMailing")
  @AnswersCommand(Concerned.class)
  @Refuses({Refusal.MailingUnknown.class, Refusal.MailingEnded.class})
  @PostMapping("/{mailingId}/cancel")
  public ResponseEntity<String> cancel(@PathVariable MailingId mailingId, CommandContext context) {
    return submit(context, () -> new CancelMailing(mailingId));
  }

  private ResponseEntity<String> submit(CommandContext context, Supplier<MailingCommand> make) {
    return desk.submit(
        context,
        null,
        () -> {
          MailingCommand command = make.get();
          return new Prepared(command, List.of(), Map.of("mailingId", command.mailingId()));
        });
  }

  /** All mailings, in the order of their names. */
  @Operation(operationId = "listMailings")
  @Lines(MailingView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<MailingView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, view -> view.mailingId().value());
  }

  /** All mailings, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, view -> view.mailingId().value());
  }

  private List<MailingView> find(@Nullable String place, int most) {
    List<MailingState> found = mailings.list(place, most);
    Map<UUID, byte[]> sealed = contents.sealed(found);
    return found.stream()
        .map(
            mailing ->
                MailingView.of(
                    mailing, contents.of(mailing, sealed), letters.count(mailing.mailingId())))
        .toList();
  }

  /** One mailing, and what has become of its letters. */
  @Operation(operationId = "readMailing")
  @Misses(value = "MAILING_UNKNOWN", when = "No such mailing was planned.")
  @GetMapping("/{mailingId}")
  public MailingView mailing(@PathVariable MailingId mailingId) {
    MailingState mailing = known(mailingId);
    return MailingView.of(mailing, contents.of(mailing), letters.count(mailingId));
  }

  private MailingState known(MailingId mailingId) {
    return mailings
        .find(mailingId)
        .orElseThrow(() -> new ProblemException(RefusalProblems.of(new Refusal.MailingUnknown())));
  }
}
