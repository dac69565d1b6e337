package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Blocks personal data and lets its processing go on (clauses 2.2, 4.1). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}")
public final class RestrictionController {

  private final CommandDesk desk;
  private final SubjectEffects effects;

  RestrictionController(CommandDesk desk, SubjectEffects effects) {
    this.desk = desk;
    this.effects = effects;
  }

  /**
   * Blocks processing within a scope, at once. Until it is unblocked, the ledger denies what the
   * scope covers.
   */
  @Operation(operationId = "blockProcessing")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.CategoryUnknown.class
  })
  @PostMapping("/block")
  public ResponseEntity<String> block(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Block request,
      CommandContext context) {
    return desk.submit(context, request, () -> effects.block(subjectId, request));
  }

  /** Unblocks processing within a scope; a wider block goes on around it. */
  @Operation(operationId = "unblockProcessing")
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.SubjectAnonymised.class,
    Refusal.SubjectDestroyed.class,
    Refusal.PurposeUnknown.class,
    Refusal.CategoryUnknown.class
  })
  @PostMapping("/unblock")
  public ResponseEntity<String> unblock(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Unblock request,
      CommandContext context) {
    return desk.submit(context, request, () -> effects.unblock(subjectId, request));
  }
}
