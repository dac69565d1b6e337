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
import org.consentledger.core.inventory.InventoryMark;
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

/** The technical and organisational measures that protect personal data (clause 8.1). */
@RestController
@RequestMapping("/api/v1/measures")
public final class MeasureController {

  private static final InventoryKind KIND = InventoryKind.MEASURE;

  private final InventoryDesk inventory;
  private final Paging paging;

  /** By which means a measure protects. */
  public enum MeasureKind {
    /** By technical means. */
    TECHNICAL,
    /** By rules and people. */
    ORGANISATIONAL;

    InventoryMark mark() {
      return switch (this) {
        case TECHNICAL -> InventoryMark.TECHNICAL;
        case ORGANISATIONAL -> InventoryMark.ORGANISATIONAL;
      };
    }
  }

  /**
   * A measure that protects personal data.
   *
   * @param kind by which means
   * @param description what is done
   * @param from since when it is in force: a moment in UTC, which may be to come
   * @param until from when on it no longer is: a moment in UTC; missing while it is
   */
  public record MeasureRequest(
      @NotNull MeasureKind kind,
      @NotBlank @Size(max = 4000) String description,
      @NotNull Instant from,
      @Nullable Instant until) {}

  /**
   * A measure that protects personal data, as it was recorded last.
   *
   * @param version counts its versions, from 1
   * @param kind by which means
   * @param description what is done
   * @param from since when it is in force: a moment in UTC, which may be to come
   * @param until from when on it no longer is: a moment in UTC; missing while it is
   */
  public record MeasureView(
      InventoryId id,
      int version,
      MeasureKind kind,
      String description,
      Instant from,
      @Nullable Instant until,
      Instant recordedAt) {}

  MeasureController(InventoryDesk inventory, Paging paging) {
    this.inventory = inventory;
    this.paging = paging;
  }

  /** Records a measure, or what changed of it. */
  @Operation(operationId = "recordMeasure")
  @AnswersCommand(InventoryMembers.class)
  @Refuses(Refusal.EndBeforeBeginning.class)
  @PutMapping("/{id}")
  public ResponseEntity<String> record(
      @PathVariable InventoryId id,
      @Valid @RequestBody MeasureRequest request,
      CommandContext context) {
    return inventory.record(
        new InventoryKey(KIND, id),
        request,
        new Facts(request.from(), request.until(), List.of(request.kind().mark())),
        context,
        Map.of("id", id));
  }

  /** One measure. */
  @Operation(operationId = "readMeasure")
  @Misses(value = "MEASURE_UNKNOWN", when = "There is none of this name.")
  @GetMapping("/{id}")
  public MeasureView read(@PathVariable InventoryId id) {
    return inventory.read(
        new InventoryKey(KIND, id), MeasureRequest.class, MeasureController::view);
  }

  /** All measures, in the order of their names. */
  @Operation(operationId = "listMeasures")
  @Lines(MeasureView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<MeasureView> list(
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(limit, after, this::find, MeasureController::place);
  }

  /** All measures, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(HttpServletResponse response) throws IOException {
    paging.stream(response, this::find, MeasureController::place);
  }

  private List<MeasureView> find(@Nullable String place, int most) {
    return inventory.find(KIND, place, most, MeasureRequest.class, MeasureController::view);
  }

  private static String place(MeasureView view) {
    return view.id().value();
  }

  private static MeasureView view(InventoryId id, Recorded<MeasureRequest> recorded) {
    MeasureRequest said = recorded.said();
    return new MeasureView(
        id,
        recorded.version(),
        said.kind(),
        said.description(),
        said.from(),
        said.until(),
        recorded.recordedAt());
  }
}
