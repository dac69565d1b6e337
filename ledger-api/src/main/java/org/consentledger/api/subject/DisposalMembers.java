package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.CommittedEvent;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a disposal answers besides.
 *
 * @param disposalId names the disposal; missing where nothing was to change
 * @param disposal how far it is; missing where nothing was to change
 */
@Schema(name = "DisposalMembers")
public record DisposalMembers(
    SubjectId subjectId, @Nullable UUID disposalId, DisposalMembers.@Nullable Progress disposal) {

  /** How far a disposal is. */
  @Schema(name = "DisposalProgress")
  public enum Progress {
    /** It waits until a second person approves it. */
    WAITING,
    /** The data is gone. */
    DONE
  }

  static Map<String, Object> of(SubjectId subjectId, Appended appended) {
    return appended.events().stream()
        .map(CommittedEvent::data)
        .filter(DisposalEvent.DisposalRequested.class::isInstance)
        .map(DisposalEvent.DisposalRequested.class::cast)
        .findFirst()
        .<Map<String, Object>>map(
            requested ->
                Map.of(
                    "subjectId", subjectId,
                    "disposalId", requested.disposalId(),
                    "disposal", progress(appended)))
        .orElse(Map.of("subjectId", subjectId));
  }

  private static Progress progress(Appended appended) {
    boolean done =
        appended.events().stream()
            .map(CommittedEvent::data)
            .anyMatch(
                it ->
                    it instanceof DisposalEvent.SubjectDestroyed
                        || it instanceof DisposalEvent.SubjectAnonymised);
    return done ? Progress.DONE : Progress.WAITING;
  }
}
