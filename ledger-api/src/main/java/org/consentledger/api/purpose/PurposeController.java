package org.consentledger.api.purpose;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.CommandAnswer;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.purpose.PurposeCommand.DefinePurpose;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.purpose.PurposeWarning;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The purposes of processing (section 6), each predetermined (clause 5.2). */
@RestController
@RequestMapping("/api/v1/purposes")
public final class PurposeController {

  private static final TypeReference<TreeMap<Language, String>> TITLES = new TypeReference<>() {};

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash titleHash;
  private final RegisterReader registers;
  private final JsonMapper json;
  private final Paging paging;

  /**
   * What an administrator should think over; nothing that stops the purpose.
   *
   * @param code what gives cause
   * @param detail what to do
   */
  record Warning(PurposeWarning code, String clause, String detail) {}

  /**
   * What determining a purpose answers besides.
   *
   * @param warnings what an administrator should think over
   */
  @Schema(name = "DefinitionMembers")
  record Definition(PurposeId purposeId, List<Warning> warnings) {}

  PurposeController(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      RegisterReader registers,
      JsonMapper json,
      Paging paging) {
    this.desk = desk;
    this.vault = vault;
    this.titleHash = new KeyedHash(secrets, "purpose-title");
    this.registers = registers;
    this.json = json;
    this.paging = paging;
  }

  /** Determines a purpose, or a new version of it where something changed. */
  @Operation(operationId = "definePurpose")
  @AnswersCommand(Definition.class)
  @Refuses({Refusal.PolicyUnknown.class, Refusal.PurposeRetired.class})
  @PutMapping("/{purposeId}")
  public ResponseEntity<String> define(
      @PathVariable PurposeId purposeId,
      @Valid @RequestBody PurposeRequest request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> {
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          PurposeDefinition definition = definition(request, deposit);
          return new Prepared(
              new DefinePurpose(purposeId, definition),
              deposit.writes(),
              Map.of("purposeId", purposeId, "warnings", warnings(definition)));
        });
  }

  private PurposeDefinition definition(PurposeRequest request, Deposit deposit) {
    byte[] title = json.writeValueAsBytes(new TreeMap<>(request.title()));
    return new PurposeDefinition(
        HexFormat.of().formatHex(titleHash.of(title)),
        deposit.document(title),
        new PolicyVersion(request.policyVersion()),
        set(request.categories().stream().map(Category::new).toList()),
        set(request.actions()),
        set(request.grounds()),
        Boolean.TRUE.equals(request.marketing()),
        Boolean.TRUE.equals(request.distribution()),
        request.retention(),
        request.consentTerm(),
        requireNonNullElse(request.disposal(), DisposalMethod.DESTROY),
        requireNonNullElse(request.disposalApproval(), DisposalApproval.AUTOMATIC),
        set(
            request.incompatibleWith() == null
                ? List.of()
                : request.incompatibleWith().stream().map(PurposeId::new).toList()),
        request.doubleOptIn());
  }

  private static <T extends Comparable<T>> SortedSet<T> set(Collection<T> values) {
    return new TreeSet<>(values);
  }

  private static List<Warning> warnings(PurposeDefinition definition) {
    return PurposeWarning.about(definition).stream()
        .map(warning -> new Warning(warning, warning.clause(), warning.detail()))
        .toList();
  }

  /** Ends a purpose for good (clause 8.9). */
  @Operation(operationId = "retirePurpose")
  @AnswersCommand(CommandAnswer.OfPurpose.class)
  @Misses(value = "PURPOSE_UNKNOWN", when = "There is no such purpose.")
  @PostMapping("/{purposeId}/retirement")
  public ResponseEntity<String> retire(@PathVariable PurposeId purposeId, CommandContext context) {
    find(purposeId);
    return desk.submit(
        context,
        null,
        () ->
            new Prepared(new RetirePurpose(purposeId), List.of(), Map.of("purposeId", purposeId)));
  }

  /** All purposes, in the order of their names. */
  @Operation(operationId = "listPurposes")
  @Lines(PurposeView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<PurposeView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, PurposeController::place);
  }

  /** All purposes, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, PurposeController::place);
  }

  private List<PurposeView> find(@Nullable String place, int most) {
    List<PurposeState> purposes =
        registers.current().purposes().values().stream()
            .filter(purpose -> place == null || purpose.purposeId().value().compareTo(place) > 0)
            .limit(most)
            .toList();
    Map<UUID, byte[]> titles =
        vault.documents(
            Vault.OPERATOR,
            purposes.stream()
                .map(purpose -> purpose.latest().definition().titleReference())
                .toList());
    return purposes.stream().map(purpose -> view(purpose, titles)).toList();
  }

  private static String place(PurposeView purpose) {
    return purpose.purposeId().value();
  }

  /** One purpose, in its newest version. */
  @Operation(operationId = "readPurpose")
  @Misses(value = "PURPOSE_UNKNOWN", when = "There is no such purpose.")
  @GetMapping("/{purposeId}")
  public PurposeView purpose(@PathVariable PurposeId purposeId) {
    PurposeState purpose = find(purposeId);
    return view(
        purpose,
        vault.documents(Vault.OPERATOR, List.of(purpose.latest().definition().titleReference())));
  }

  private PurposeState find(PurposeId purposeId) {
    return registers
        .current()
        .findPurpose(purposeId)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(HttpStatus.NOT_FOUND, "PURPOSE_UNKNOWN", "There is no such purpose.")
                        .withClause("5.2")));
  }

  private PurposeView view(PurposeState purpose, Map<UUID, byte[]> titles) {
    byte[] title = titles.get(purpose.latest().definition().titleReference());
    return PurposeView.of(purpose, json.readValue(requireNonNull(title), TITLES));
  }
}
