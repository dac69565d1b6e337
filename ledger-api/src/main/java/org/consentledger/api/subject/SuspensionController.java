package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.ResumeSending;
import org.consentledger.core.subject.SubjectCommand.SuspendSending;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses sending to a person who may have withdrawn their consent (clause 8.4). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}/suspensions")
public final class SuspensionController {

  /**
   * What a suspension answers besides.
   *
   * @param suspensionId names the suspension
   */
  @Schema(name = "SuspensionMembers")
  record Suspended(SubjectId subjectId, UUID suspensionId) {}

  private final CommandDesk desk;

  SuspensionController(CommandDesk desk) {
    this.desk = desk;
  }

  /**
   * Suspends sending: until its last suspension is lifted, an older consent carries no use of the
   * person's e-mail address or telephone number. Other grounds and other acts go on.
   */
  @Operation(operationId = "suspendSending")
  @AnswersCommand(Suspended.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @PostMapping
  public ResponseEntity<String> suspend(@PathVariable SubjectId subjectId, CommandContext context) {
    return desk.submit(
        context,
        null,
        () -> {
          UUID suspensionId = UUID.randomUUID();
          return new Prepared(
              new SuspendSending(subjectId, suspensionId),
              List.of(),
              Map.of("subjectId", subjectId, "suspensionId", suspensionId));
        });
  }

  /** Lifts a suspension, whether or not the person withdrew: a withdrawal is recorded by itself. */
  @Operation(operationId = "resumeSending")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.SuspensionUnknown.class
  })
  @PostMapping("/{suspensionId}/lift")
  public ResponseEntity<String> resume(
      @PathVariable SubjectId subjectId, @PathVariable UUID suspensionId, CommandContext context) {
    return desk.submit(
        context,
        null,
        () ->
            new Prepared(
                new ResumeSending(subjectId, suspensionId),
                List.of(),
                Map.of("subjectId", subjectId)));
  }
}
