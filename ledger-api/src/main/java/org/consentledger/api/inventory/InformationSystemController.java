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

/** The systems that hold personal data (clause 2.4); a destruction lists each of them. */
@RestController
@RequestMapping("/api/v1/information-systems")
public final class InformationSystemController {

  private static final InventoryKind KIND = InventoryKind.INFORMATION_SYSTEM;

  private final InventoryDesk inventory;
  private final Paging paging;

  /**
   * A system that holds personal data.
   *
   * @param name its name
   * @param location where it stands
   * @param since since when it is in use: a moment in UTC
   * @param retiredAt from when on it no longer is: a moment in UTC; missing while it is
   */
  public record InformationSystemRequest(
      @NotBlank @Size(max = 500) String name,
      @NotBlank @Size(max = 500) String location,
      @NotNull Instant since,
      @Nullable Instant retiredAt) {}

  /**
   * A system that holds personal data, as it was recorded last.
   *
   * @param version counts its versions, from 1
   * @param name its name
   * @param location where it stands
   * @param since since when it is in use: a moment in UTC
   * @param retiredAt from when on it no longer is: a moment in UTC; missing while it is
   */
  public record InformationSystemView(
      InventoryId id,
      int version,
      String name,
      String location,
      Instant since,
      @Nullable Instant retiredAt,
      Instant recordedAt) {}

  InformationSystemController(InventoryDesk inventory, Paging paging) {
    this.inventory = inventory;
    this.paging = paging;
  }

  /** Records an information system, or what changed of it. */
  @Operation(operationId = "recordInformationSystem")
  @AnswersCommand(InventoryMembers.class)
  @Refuses(Refusal.EndBeforeBeginning.class)
  @PutMapping("/{id}")
  public ResponseEntity<String> record(
      @PathVariable InventoryId id,
      @Valid @RequestBody InformationSystemRequest request,
      CommandContext context) {
    return inventory.record(
        new InventoryKey(KIND, id),
        request,
        new Facts(request.since(), request.retiredAt(), List.of()),
        context,
        Map.of("id", id));
  }

  /** One information system. */
  @Operation(operationId = "readInformationSystem")
  @Misses(value = "INFORMATION_SYSTEM_UNKNOWN", when = "There is none of this name.")
  @GetMapping("/{id}")
  public InformationSystemView read(@PathVariable InventoryId id) {
    return inventory.read(
        new InventoryKey(KIND, id),
        InformationSystemRequest.class,
        InformationSystemController::view);
  }

  /** All information systems, in the order of their names. */
  @Operation(operationId = "listInformationSystems")
  @Lines(InformationSystemView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<InformationSystemView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, InformationSystemController::place);
  }

  /** All information systems, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, InformationSystemController::place);
  }

  private List<InformationSystemView> find(@Nullable String place, int most) {
    return inventory.find(
        KIND, place, most, InformationSystemRequest.class, InformationSystemController::view);
  }

  private static String place(InformationSystemView view) {
    return view.id().value();
  }

  private static InformationSystemView view(
      InventoryId id, Recorded<InformationSystemRequest> recorded) {
    InformationSystemRequest said = recorded.said();
    return new InformationSystemView(
        id,
        recorded.version(),
        said.name(),
        said.location(),
        said.since(),
        said.retiredAt(),
        recorded.recordedAt());
  }
}
