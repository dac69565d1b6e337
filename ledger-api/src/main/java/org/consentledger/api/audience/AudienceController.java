package org.consentledger.api.audience;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Question;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.audience.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells of whom something is permitted for a purpose, now (clauses 5.1, 5.3). */
@RestController
@RequestMapping("/api/v1/purposes/{purposeId}/audience")
final class AudienceController {

  private static final String COUNTRY = "[A-Z]{2}";

  private final Audience audience;
  private final AudienceStream stream;
  private final RegisterReader registers;
  private final Paging paging;
  private final Clock clock;

  AudienceController(
      Audience audience,
      AudienceStream stream,
      RegisterReader registers,
      Paging paging,
      Clock clock) {
    this.audience = audience;
    this.stream = stream;
    this.registers = registers;
    this.paging = paging;
    this.clock = clock;
  }

  /**
   * The subjects of whom an action is permitted now: those for whom a decision would say PERMIT, in
   * the order of their identifiers. In lines, each was true within the second before it was
   * written, and a withdrawal that is answered while the list is read is respected from then on; a
   * list that could not be read to its end ends with a problem. Purposes that are incompatible have
   * no audience in common: they are refused.
   *
   * @param categories the data, separated by commas; all that the purpose needs where none is named
   * @param joinedWith codes of the purposes with whose data it would be joined (clause 5.3)
   * @param recipientId to whom, where the action hands data on
   * @param country where to: ISO 3166-1 alpha-2
   */
  @Operation(operationId = "findAudience")
  @Lines({Audience.Member.class, Problem.class})
  @Misses(value = "PURPOSE_UNKNOWN", when = "There is no such purpose, or none to join with.")
  @Refuses({Refusal.IncompatiblePurposes.class})
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<Audience.Member> find(
      @PathVariable PurposeId purposeId,
      @Parameter(required = true) @RequestParam(required = false) @NotNull ProcessingAction action,
      @RequestParam(required = false) @Size(max = 100) @Nullable List<Category> categories,
      @RequestParam(required = false) @Size(max = 100) @Nullable List<PurposeId> joinedWith,
      @RequestParam(required = false) @Nullable RecipientId recipientId,
      @RequestParam(required = false) @Pattern(regexp = COUNTRY) @Nullable String country,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Question question = ask(purposeId, action, categories, joinedWith, recipientId, country);
    return paging.page(
        limit,
        after,
        (place, most) -> audience.first(question, subject(place), most, clock.instant()),
        member -> member.subjectId().toString());
  }

  /** The same, whole and one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(
      @PathVariable PurposeId purposeId,
      @RequestParam(required = false) @NotNull ProcessingAction action,
      @RequestParam(required = false) @Size(max = 100) @Nullable List<Category> categories,
      @RequestParam(required = false) @Size(max = 100) @Nullable List<PurposeId> joinedWith,
      @RequestParam(required = false) @Nullable RecipientId recipientId,
      @RequestParam(required = false) @Pattern(regexp = COUNTRY) @Nullable String country,
      HttpServletResponse response)
      throws IOException {
    Question question = ask(purposeId, action, categories, joinedWith, recipientId, country);
    response.setContentType(Paging.NDJSON);
    stream.write(question, response.getOutputStream(), response::isCommitted);
  }

  private Question ask(
      PurposeId purposeId,
      ProcessingAction action,
      @Nullable List<Category> categories,
      @Nullable List<PurposeId> joinedWith,
      @Nullable RecipientId recipientId,
      @Nullable String country) {
    Question question =
        new Question(
            purposeId,
            action,
            new TreeSet<>(requireNonNullElse(categories, List.of())),
            recipientId,
            country,
            new TreeSet<>(requireNonNullElse(joinedWith, List.of())));
    Registers known = registers.current();
    requireKnown(question, known);
    requireCompatible(question, known);
    return question;
  }

  private static void requireKnown(Question question, Registers known) {
    boolean unknown =
        known.findPurpose(question.purposeId()).isEmpty()
            || question.joinedWith().stream().anyMatch(other -> known.findPurpose(other).isEmpty());
    if (unknown) {
      throw new ProblemException(
          Problem.of(HttpStatus.NOT_FOUND, "PURPOSE_UNKNOWN", "There is no such purpose.")
              .withClause("5.2"));
    }
  }

  /** Clause 5.3: an empty list would look as if nobody had consented. */
  private void requireCompatible(Question question, Registers known) {
    boolean incompatible =
        Decide.decide(null, known, question, clock.instant()).reasons().stream()
            .anyMatch(reason -> reason.code() == ReasonCode.INCOMPATIBLE_PURPOSES);
    if (incompatible) {
      throw new Refused(new Refusal.IncompatiblePurposes());
    }
  }

  private static @Nullable SubjectId subject(@Nullable String place) {
    try {
      return place == null ? null : new SubjectId(UUID.fromString(place));
    } catch (IllegalArgumentException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }
}
