package org.consentledger.api.disposal;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.disposal.DisposalList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells officers what was disposed of, what waits, and who is still to be told (clause 2.14). */
@RestController
@RequestMapping("/api/v1/disposals")
public final class DisposalListController {

  private final DisposalList disposals;
  private final Paging paging;

  DisposalListController(DisposalList disposals, Paging paging) {
    this.disposals = disposals;
    this.paging = paging;
  }

  /**
   * Disposals in the order in which they were asked for: those that wait, are done, were called off
   * or overtaken. What is not asked does not matter.
   *
   * @param subjectId those of this subject
   * @param progress those that are so far
   * @param outstanding those of which recipients are still to be told or still have to confirm, or
   *     those of which none are
   */
  @Operation(operationId = "listDisposals")
  @Lines(ListedDisposal.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<ListedDisposal> list(
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(required = false) @Nullable DisposalProgress progress,
      @RequestParam(required = false) @Nullable Boolean outstanding,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    DisposalList.Filter filter = new DisposalList.Filter(subjectId, progress, outstanding);
    return paging.page(
        limit, after, (place, most) -> find(filter, place, most), DisposalListController::place);
  }

  /** Disposals, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  public void stream(
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(required = false) @Nullable DisposalProgress progress,
      @RequestParam(required = false) @Nullable Boolean outstanding,
      HttpServletResponse response)
      throws IOException {
    DisposalList.Filter filter = new DisposalList.Filter(subjectId, progress, outstanding);
    paging.stream(
        response, (place, most) -> find(filter, place, most), DisposalListController::place);
  }

  /** One disposal. */
  @Operation(operationId = "readDisposal")
  @Refuses(Refusal.DisposalUnknown.class)
  @GetMapping(path = "/{disposalId}", produces = MediaType.APPLICATION_JSON_VALUE)
  public ListedDisposal read(@PathVariable UUID disposalId) {
    return disposals
        .find(disposalId)
        .map(ListedDisposal::of)
        .orElseThrow(() -> new Refused(new Refusal.DisposalUnknown()));
  }

  private List<ListedDisposal> find(DisposalList.Filter filter, @Nullable String place, int most) {
    return disposals.find(filter, Paging.position(place), most).stream()
        .map(ListedDisposal::of)
        .toList();
  }

  private static String place(ListedDisposal listed) {
    return Long.toString(listed.position());
  }
}
