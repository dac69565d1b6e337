package org.consentledger.api.ground;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.core.ground.GroundCommand.SwitchGround;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.ground.GroundSwitch;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.LegalGround;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which grounds of section 7 may be used at all; each but consent can be switched off. */
@RestController
@RequestMapping("/api/v1/legal-grounds")
final class GroundController {

  private final CommandDesk desk;
  private final RegisterReader registers;
  private final Clock clock;

  /**
   * Whether a ground may be used.
   *
   * @param allowed whether it may
   * @param effectiveFrom the moment from which it counts; now where it is not said. What was to
   *     happen later than that no longer does
   */
  record GroundRequest(@NotNull Boolean allowed, @Nullable Instant effectiveFrom) {}

  /**
   * What switching a ground answers besides.
   *
   * @param ground the ground
   */
  @Schema(name = "GroundMembers")
  record Concerned(LegalGround ground) {}

  /**
   * A ground.
   *
   * @param ground the ground
   * @param allowed whether it may be used now
   * @param since since when that is so; missing where nobody has switched it
   * @param scheduled what will change, where that is settled already
   */
  record GroundView(
      LegalGround ground,
      String clause,
      boolean allowed,
      @Nullable Instant since,
      @Nullable ScheduledSwitch scheduled) {}

  /**
   * A change to come.
   *
   * @param allowed whether the ground may be used then
   * @param effectiveFrom the moment from which that counts
   */
  record ScheduledSwitch(boolean allowed, Instant effectiveFrom) {}

  GroundController(CommandDesk desk, RegisterReader registers, Clock clock) {
    this.desk = desk;
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * Allows a ground, or switches it off, now or from a moment to come.
   *
   * @param ground the ground
   */
  @Operation(operationId = "switchLegalGround")
  @AnswersCommand(Concerned.class)
  @Refuses({Refusal.ConsentIndispensable.class, Refusal.EffectiveInPast.class})
  @PutMapping("/{ground}")
  ResponseEntity<String> change(
      @PathVariable LegalGround ground,
      @Valid @RequestBody GroundRequest request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () ->
            new Prepared(
                new SwitchGround(ground, request.allowed(), request.effectiveFrom()),
                List.of(),
                Map.of("ground", ground)));
  }

  /** All grounds, in the order of section 7. */
  @Operation(operationId = "listLegalGrounds")
  @GetMapping
  Page<GroundView> list() {
    Registers known = registers.current();
    Instant now = clock.instant();
    return new Page<>(
        Arrays.stream(LegalGround.values()).map(ground -> view(known.ground(ground), now)).toList(),
        null);
  }

  private static GroundView view(GroundState state, Instant now) {
    return new GroundView(
        state.ground(),
        state.ground().clause(),
        state.isAllowedAt(now),
        state.standingAt(now).map(GroundSwitch::effectiveFrom).orElse(null),
        state
            .nextChangeAfter(now)
            .map(change -> new ScheduledSwitch(change.allowed(), change.effectiveFrom()))
            .orElse(null));
  }
}
