package org.consentledger.api.personaldata;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Shows personal data to who may see it, and records first that they looked (clauses 8.1, 8.7, 11).
 */
@RestController
public final class PersonalDataController {

  private final RecordedReading readings;
  private final Vault vault;
  private final Intake intake;

  /**
   * The personal data of a subject.
   *
   * @param accessEventId the event that records this reading
   * @param personalData the data of each category
   */
  public record PersonalData(
      SubjectId subjectId, UUID accessEventId, Map<String, JsonNode> personalData) {}

  PersonalDataController(RecordedReading readings, Vault vault, Intake intake) {
    this.readings = readings;
    this.vault = vault;
    this.intake = intake;
  }

  /**
   * Reads a subject's personal data. The reading is an event of the subject's history, recorded
   * before the answer.
   *
   * @param ground the ground on which it is read
   */
  @Operation(operationId = "readPersonalData")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class
  })
  @GetMapping("/api/v1/subjects/{subjectId}/personal-data")
  public ResponseEntity<PersonalData> read(
      @PathVariable SubjectId subjectId,
      @RequestParam(required = false) @Nullable LegalGround ground,
      CommandContext context) {
    SubjectState state = readings.requireHeld(subjectId);
    UUID access = readings.record(subjectId, state.categories(), null, ground, context);
    PersonalData data = new PersonalData(subjectId, access, intake.read(vault.read(subjectId)));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data);
  }
}
