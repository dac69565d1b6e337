package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Registers people under random identifiers, and finds who is registered (clause 2.10). */
@RestController
public final class RegistrationController {

  private final CommandDesk desk;
  private final Registrations registrations;
  private final BlindIndex index;
  private final Intake intake;

  /** Whom an identifier belongs to. */
  public record FoundSubject(SubjectId subjectId) {}

  private record Identifier(IdentifierKind kind, String value) {}

  RegistrationController(
      CommandDesk desk, Registrations registrations, BlindIndex index, Intake intake) {
    this.desk = desk;
    this.registrations = registrations;
    this.index = index;
    this.intake = intake;
  }

  /**
   * Registers a person under a random identifier. An e-mail address, telephone number or IIN that
   * is known already is refused with the subject it belongs to.
   */
  @Operation(operationId = "registerSubject")
  @AnswersCommand
  @Refuses({
    Refusal.SubjectExists.class,
    Refusal.PurposeMissing.class,
    Refusal.PurposeUnknown.class,
    Refusal.PurposeRetired.class,
    Refusal.CategoryOutsidePurpose.class
  })
  @PostMapping("/api/v1/subjects")
  public ResponseEntity<String> register(
      @Valid @RequestBody SubjectRequests.Register request, CommandContext context) {
    Intake.Checked data = intake.check(request.identifiers(), request.personalData());
    return desk.submit(context, request, () -> registrations.prepare(request, data));
  }

  /**
   * Finds the subject who has an identifier. It comes in the body, so that it stands in no address
   * and no log.
   */
  @Operation(operationId = "lookUpSubject")
  @Refuses({Refusal.SubjectUnknown.class})
  @PostMapping("/api/v1/subjects/lookup")
  public FoundSubject lookup(@Valid @RequestBody SubjectRequests.Lookup request) {
    Identifier identifier = only(request);
    String form = intake.normalise(identifier.kind(), identifier.value());
    return index
        .find(identifier.kind(), form)
        .map(FoundSubject::new)
        .orElseThrow(() -> new Refused(new Refusal.SubjectUnknown()));
  }

  private static Identifier only(SubjectRequests.Lookup request) {
    List<Identifier> identifiers = new ArrayList<>();
    addIf(identifiers, IdentifierKind.EMAIL, request.email());
    addIf(identifiers, IdentifierKind.PHONE, request.phone());
    addIf(identifiers, IdentifierKind.IIN, request.iin());
    if (identifiers.size() != 1) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "INVALID_INPUT",
              "Send exactly one of email, phone, iin."));
    }
    return identifiers.getFirst();
  }

  private static void addIf(
      List<Identifier> identifiers, IdentifierKind kind, @Nullable String value) {
    if (value != null) {
      identifiers.add(new Identifier(kind, value));
    }
  }
}
