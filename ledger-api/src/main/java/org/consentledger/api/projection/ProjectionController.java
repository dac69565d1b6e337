package org.consentledger.api.projection;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.projections.streaming.Progress;
import org.consentledger.projections.streaming.Rebuilds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far the projections are behind the history, and rebuilding them while the ledger serves. */
@RestController
@RequestMapping("/api/v1/projections")
final class ProjectionController {

  private final Progress progress;
  private final Rebuilds rebuilds;

  /**
   * A projection.
   *
   * @param name its name
   * @param position the last event it has taken in
   * @param head the last event there is
   * @param lag how many events it is behind
   * @param rebuild its last rebuild, if there was one
   */
  record ProjectionView(
      String name, long position, long head, long lag, Rebuilds.@Nullable Rebuild rebuild) {}

  ProjectionController(Progress progress, Rebuilds rebuilds) {
    this.progress = progress;
    this.rebuilds = rebuilds;
  }

  /** All projections, and how far they are behind the history. */
  @Operation(operationId = "listProjections")
  @GetMapping
  Page<ProjectionView> list() {
    return new Page<>(rebuilds.names().stream().map(this::view).toList(), null);
  }

  /**
   * One projection, and how far it is behind the history.
   *
   * @param name the projection, such as {@code search}
   */
  @Operation(operationId = "readProjection")
  @Misses(value = "PROJECTION_UNKNOWN", when = "There is no such projection.")
  @GetMapping("/{name}")
  ProjectionView projection(@PathVariable String name) {
    requireKnown(name);
    return view(name);
  }

  /**
   * Rebuilds a projection from the first event on. It goes on serving, and the rebuild survives a
   * crash.
   *
   * @param name the projection, such as {@code search}
   */
  @Operation(operationId = "rebuildProjection")
  @Misses(value = "PROJECTION_UNKNOWN", when = "There is no such projection.")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping("/{name}/rebuild")
  ResponseEntity<ProjectionView> rebuild(@PathVariable String name) {
    requireKnown(name);
    rebuilds.start(name);
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(view(name));
  }

  private ProjectionView view(String name) {
    long position = progress.of(name);
    long head = progress.head();
    return new ProjectionView(
        name, position, head, Math.max(0, head - position), rebuilds.find(name).orElse(null));
  }

  private void requireKnown(String name) {
    List<String> names = rebuilds.names();
    if (!names.contains(name)) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.NOT_FOUND,
              "PROJECTION_UNKNOWN",
              "The projections are " + String.join(", ", names) + "."));
    }
  }
}
