package org.consentledger.api.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;

/**
 * An event, as everybody is shown it who reads or follows the history.
 *
 * @param revision the revision of its form: the fields of {@code data} are those of type and
 *     revision
 * @param position its place in the one order of all events
 * @param type its stored name, such as {@code consent.withdrawn}
 * @param aggregate what it happened to
 * @param sequence its place among the events of that
 * @param actor who caused it
 * @param subjectId the subject that it is about, if it is about one
 * @param purposeId the purpose that it is about, if it is about a single one
 * @param requestId the request with whose answer it was recorded; missing where there is none
 * @param proof where to get the proof that it is in the tamper-evident log
 * @param data what happened, as it was stored; no personal data
 */
public record Event(
    long position,
    UUID eventId,
    String type,
    String revision,
    String aggregate,
    long sequence,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable UUID subjectId,
    @Nullable String purposeId,
    @Nullable UUID requestId,
    String proof,
    @JsonRawValue String data) {

  /** An event of the history. */
  public static Event of(HistoryQuery.Item item) {
    return new Event(
        item.position(),
        item.eventId(),
        item.name(),
        item.revision(),
        item.aggregateId(),
        item.sequence(),
        item.recordedAt(),
        item.actor(),
        item.subjectId(),
        item.purposeId(),
        item.requestId(),
        "/log/proof/" + item.eventId(),
        item.payload());
  }
}
