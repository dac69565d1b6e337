package org.consentledger.api.inventory;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.inventory.InventoryDesk.Facts;
import org.consentledger.api.inventory.InventoryDesk.Recorded;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.InventoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has undertaken to keep personal data confidential (section 11). */
@RestController
@RequestMapping("/api/v1/undertakings")
final class UndertakingController {

  private static final InventoryKind KIND = InventoryKind.UNDERTAKING;

  private final InventoryDesk inventory;
  private final Paging paging;

  /**
   * Somebody's undertaking of confidentiality.
   *
   * @param person who gave it: a personnel number, or a name
   * @param signedAt when it was signed: a moment in UTC, not one to come
   * @param endedAt from when on it no longer binds: a moment in UTC; missing while it does
   */
  record UndertakingRequest(
      @NotBlank @Size(max = 500) String person,
      @NotNull Instant signedAt,
      @Nullable Instant endedAt) {}

  /**
   * Somebody's undertaking of confidentiality, as it was recorded last.
   *
   * @param version counts its versions, from 1
   * @param person who gave it: a personnel number, or a name
   * @param signedAt when it was signed: a moment in UTC, not one to come
   * @param endedAt from when on it no longer binds: a moment in UTC; missing while it does
   */
  record UndertakingView(
      InventoryId id,
      int version,
      String person,
      Instant signedAt,
      @Nullable Instant endedAt,
      Instant recordedAt) {}

  UndertakingController(InventoryDesk inventory, Paging paging) {
    this.inventory = inventory;
    this.paging = paging;
  }

  /** Records an undertaking of confidentiality, or what changed of it. */
  @Operation(operationId = "recordUndertaking")
  @AnswersCommand(InventoryMembers.class)
  @Refuses({Refusal.EndBeforeBeginning.class, Refusal.DateInFuture.class})
  @PutMapping("/{id}")
  ResponseEntity<String> record(
      @PathVariable InventoryId id,
      @Valid @RequestBody UndertakingRequest request,
      CommandContext context) {
    return inventory.record(
        new InventoryKey(KIND, id),
        request,
        new Facts(request.signedAt(), request.endedAt(), List.of()),
        context,
        Map.of("id", id));
  }

  /** One undertaking of confidentiality. */
  @Operation(operationId = "readUndertaking")
  @Misses(value = "UNDERTAKING_UNKNOWN", when = "There is none of this name.")
  @GetMapping("/{id}")
  UndertakingView read(@PathVariable InventoryId id) {
    return inventory.read(
        new InventoryKey(KIND, id), UndertakingRequest.class, UndertakingController::view);
  }

  /** All undertakings of confidentiality, in the order of their names. */
  @Operation(operationId = "listUndertakings")
  @Lines(UndertakingView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page<UndertakingView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, UndertakingController::place);
  }

  /** All undertakings of confidentiality, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, UndertakingController::place);
  }

  private List<UndertakingView> find(@Nullable String place, int most) {
    return inventory.find(KIND, place, most, UndertakingRequest.class, UndertakingController::view);
  }

  private static String place(UndertakingView view) {
    return view.id().value();
  }

  private static UndertakingView view(InventoryId id, Recorded<UndertakingRequest> recorded) {
    UndertakingRequest said = recorded.said();
    return new UndertakingView(
        id,
        recorded.version(),
        said.person(),
        said.signedAt(),
        said.endedAt(),
        recorded.recordedAt());
  }
}
