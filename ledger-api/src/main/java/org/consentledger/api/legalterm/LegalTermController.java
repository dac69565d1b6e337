package org.consentledger.api.legalterm;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.legalterm.LegalTermChange;
import org.consentledger.core.legalterm.LegalTermCommand.ChangeLegalTerm;
import org.consentledger.core.legalterm.LegalTermRow;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The terms that the law sets for answers and acts. They are configuration, and no legal advice.
 */
@RestController
@RequestMapping("/api/v1/legal-terms")
public final class LegalTermController {

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash sourceHash;
  private final RegisterReader registers;
  private final Clock clock;
  private final Paging paging;

  /**
   * What changing a term answers besides.
   *
   * @param id the term
   */
  @Schema(name = "LegalTermMembers")
  record Change(LegalTermId id) {}

  LegalTermController(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      RegisterReader registers,
      Clock clock,
      Paging paging) {
    this.desk = desk;
    this.vault = vault;
    this.sourceHash = new KeyedHash(secrets, "legal-term-source");
    this.registers = registers;
    this.clock = clock;
    this.paging = paging;
  }

  /**
   * Changes a term from a moment on, never from a past one.
   *
   * @param id the term: a name such as subject-information
   */
  @Operation(operationId = "changeLegalTerm")
  @AnswersCommand(Change.class)
  @Refuses({Refusal.EffectiveInPast.class})
  @Misses(value = "LEGAL_TERM_UNKNOWN", when = "There is no term of this name.")
  @PutMapping("/{id}")
  public ResponseEntity<String> change(
      @PathVariable String id,
      @Valid @RequestBody LegalTermRequest request,
      CommandContext context) {
    LegalTermId term = LegalTermId.find(id).orElseThrow(LegalTermController::unknown);
    return desk.submit(
        context,
        request,
        () -> {
          byte[] source = request.source().getBytes(StandardCharsets.UTF_8);
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          ChangeLegalTerm command =
              new ChangeLegalTerm(
                  term,
                  request.length(),
                  request.unit(),
                  request.certainty(),
                  HexFormat.of().formatHex(sourceHash.of(source)),
                  deposit.document(source),
                  request.effectiveFrom());
          return new Prepared(command, deposit.writes(), Map.of("id", term));
        });
  }

  /** All terms, in the order of their names, each with the rows that hold one after the other. */
  @Operation(operationId = "listLegalTerms")
  @Lines(LegalTermView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<LegalTermView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, LegalTermView::place);
  }

  /** All terms, one row a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, LegalTermView::place);
  }

  private List<LegalTermView> find(@Nullable String place, int most) {
    Instant now = clock.instant();
    List<LegalTermRow> rows = registers.current().legalTermRows();
    Map<UUID, byte[]> sources =
        vault.documents(
            Vault.OPERATOR,
            rows.stream()
                .map(LegalTermRow::change)
                .filter(Objects::nonNull)
                .map(LegalTermChange::sourceReference)
                .toList());
    return rows.stream()
        .map(row -> LegalTermView.of(row, source(row.change(), sources), now))
        .sorted(Comparator.comparing(LegalTermView::place))
        .filter(row -> place == null || row.place().compareTo(place) > 0)
        .limit(most)
        .toList();
  }

  private static @Nullable String source(
      @Nullable LegalTermChange change, Map<UUID, byte[]> sources) {
    byte[] words = change == null ? null : sources.get(change.sourceReference());
    return words == null ? null : new String(words, StandardCharsets.UTF_8);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        Problem.of(HttpStatus.NOT_FOUND, "LEGAL_TERM_UNKNOWN", "There is no term of this name."));
  }
}
