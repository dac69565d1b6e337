package org.consentledger.api.recipient;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.api.recipient.RecipientRequest.RecipientContract;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.recipient.RecipientCommand;
import org.consentledger.core.recipient.RecipientCommand.DescribeRecipient;
import org.consentledger.core.recipient.RecipientCommand.RecordAssurance;
import org.consentledger.core.recipient.RecipientCommand.RecordNotice;
import org.consentledger.core.recipient.RecipientDescription;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** Who is given personal data (clauses 2.11, 8.5), and the way across the border (section 10). */
@RestController
@RequestMapping("/api/v1/recipients")
public final class RecipientController {

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash hash;
  private final RegisterReader registers;
  private final RecipientViews views;
  private final JsonMapper json;
  private final Paging paging;

  /** What a command about a recipient answers besides. */
  @Schema(name = "RecipientMembers")
  record Concerned(RecipientId recipientId) {}

  /** Makes the command for a step before data crosses the border. */
  @FunctionalInterface
  private interface Step {
    RecipientCommand command(String referenceHash, UUID reference);
  }

  RecipientController(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      RegisterReader registers,
      RecipientViews views,
      JsonMapper json,
      Paging paging) {
    this.desk = desk;
    this.vault = vault;
    this.hash = new KeyedHash(secrets, "recipient");
    this.registers = registers;
    this.views = views;
    this.json = json;
    this.paging = paging;
  }

  /** Describes a recipient, or a new version of it where something changed. */
  @Operation(operationId = "describeRecipient")
  @AnswersCommand(Concerned.class)
  @Refuses(Refusal.DateInFuture.class)
  @PutMapping("/{recipientId}")
  public ResponseEntity<String> describe(
      @PathVariable RecipientId recipientId,
      @Valid @RequestBody RecipientRequest request,
      CommandContext context) {
    requireCountry(request.country());
    return desk.submit(
        context,
        request,
        () -> {
          byte[] text = json.writeValueAsBytes(request);
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          RecipientContract contract = request.contract();
          RecipientDescription description =
              new RecipientDescription(
                  request.country(),
                  request.kind(),
                  contract != null,
                  contract == null ? null : contract.date(),
                  HexFormat.of().formatHex(hash.of(text)),
                  deposit.document(text));
          return new Prepared(
              new DescribeRecipient(recipientId, description),
              deposit.writes(),
              Map.of("recipientId", recipientId));
        });
  }

  /** Two letters may be no country: a transfer there would have no rules. */
  private static void requireCountry(String country) {
    if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
      String expected = "must be a country in ISO 3166-1 alpha-2, such as KZ";
      throw new ProblemException(
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "INVALID_INPUT",
                  "The input breaks the rules named in errors.")
              .withErrors(List.of(new InvalidInput("/country", "INVALID_INPUT", expected))));
    }
  }

  /**
   * Records that the information on the protection of data was obtained from the recipient and its
   * country (clause 10.2).
   */
  @Operation(operationId = "recordCrossBorderAssurance")
  @AnswersCommand(Concerned.class)
  @Refuses({Refusal.RecipientUnknown.class, Refusal.DateInFuture.class})
  @PostMapping("/{recipientId}/cross-border/assurance")
  public ResponseEntity<String> assure(
      @PathVariable RecipientId recipientId,
      @Valid @RequestBody CrossBorderRequest request,
      CommandContext context) {
    return take(
        (reference, place) -> new RecordAssurance(recipientId, request.date(), reference, place),
        request,
        context);
  }

  /**
   * Records that the authority was notified of transfers to the recipient (clause 10.1), after the
   * information from abroad was obtained.
   */
  @Operation(operationId = "recordCrossBorderNotice")
  @AnswersCommand(Concerned.class)
  @Refuses({
    Refusal.RecipientUnknown.class,
    Refusal.NoticeBeforeAssurance.class,
    Refusal.DateInFuture.class
  })
  @PostMapping("/{recipientId}/cross-border/notice")
  public ResponseEntity<String> giveNotice(
      @PathVariable RecipientId recipientId,
      @Valid @RequestBody CrossBorderRequest request,
      CommandContext context) {
    return take(
        (reference, place) -> new RecordNotice(recipientId, request.date(), reference, place),
        request,
        context);
  }

  private ResponseEntity<String> take(
      Step step, CrossBorderRequest request, CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          byte[] text = request.reference().getBytes(StandardCharsets.UTF_8);
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          RecipientCommand command =
              step.command(HexFormat.of().formatHex(hash.of(text)), deposit.document(text));
          return new Prepared(
              command, deposit.writes(), Map.of("recipientId", command.recipientId()));
        });
  }

  /** All recipients, in the order of their names. */
  @Operation(operationId = "listRecipients")
  @Lines(RecipientView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<RecipientView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, RecipientController::place);
  }

  /** All recipients, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, RecipientController::place);
  }

  private List<RecipientView> find(@Nullable String place, int most) {
    return views.of(
        registers.current().recipients().values().stream()
            .filter(it -> place == null || it.recipientId().value().compareTo(place) > 0)
            .limit(most)
            .toList());
  }

  private static String place(RecipientView recipient) {
    return recipient.recipientId().value();
  }

  /** One recipient, in its newest version. */
  @Operation(operationId = "readRecipient")
  @Misses(value = "RECIPIENT_UNKNOWN", when = "There is no such recipient.")
  @GetMapping("/{recipientId}")
  public RecipientView recipient(@PathVariable RecipientId recipientId) {
    return registers
        .current()
        .findRecipient(recipientId)
        .map(recipient -> views.of(List.of(recipient)).getFirst())
        .orElseThrow(
            () -> new ProblemException(RefusalProblems.of(new Refusal.RecipientUnknown())));
  }
}
