package org.consentledger.api.console.subject;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what happened to a person, with all that was acknowledged before. */
@Component
class Happenings {

  private static final int A_PAGE = 100;

  private final HistoryQuery history;
  private final Paging paging;
  private final JsonMapper json;

  Happenings(HistoryQuery history, Paging paging, JsonMapper json) {
    this.history = history;
    this.paging = paging;
    this.json = json;
  }

  /**
   * Some of them, in the order in which they were recorded.
   *
   * @param until recorded before this moment; all where it is not said
   */
  Page<Happening> page(SubjectId subjectId, @Nullable Instant until, @Nullable String after) {
    return paging.page(
        A_PAGE,
        after,
        (place, most) -> find(subjectId, until, Paging.position(place), most),
        happening -> Long.toString(happening.position()));
  }

  /**
   * One of them, by its number.
   *
   * @throws Refused where nothing of this number happened to the person
   */
  Happening at(SubjectId subjectId, long position) {
    return find(subjectId, null, position - 1, 1).stream()
        .filter(happening -> happening.position() == position)
        .findFirst()
        .orElseThrow(() -> new Refused(new Refusal.SubjectUnknown()));
  }

  /** The first thousand, by the event's identifier: what a decision rests on is among them. */
  Map<UUID, Happening> byEvent(SubjectId subjectId) {
    Map<UUID, Happening> all = new HashMap<>();
    find(subjectId, null, 0, Paging.MOST)
        .forEach(happening -> all.put(happening.eventId(), happening));
    return all;
  }

  private List<Happening> find(SubjectId subjectId, @Nullable Instant until, long after, int most) {
    return history
        .find(new HistoryQuery.Filter(subjectId, null, null, null, null, until), after, most)
        .stream()
        .map(this::happening)
        .toList();
  }

  private Happening happening(HistoryQuery.Item item) {
    JsonNode data = json.readTree(item.payload());
    return new Happening(
        item.position(),
        item.eventId(),
        item.name(),
        item.recordedAt(),
        text(data, "/effectiveAt").map(Instant::parse).orElse(item.recordedAt()),
        item.actor(),
        item.purposeId() == null ? null : new PurposeId(item.purposeId()),
        text(data, "/channel")
            .or(() -> text(data, "/terms/channel"))
            .or(() -> text(data, "/act/channel"))
            .map(Channel::valueOf)
            .orElse(null),
        item.requestId(),
        data);
  }

  private static Optional<String> text(JsonNode data, String pointer) {
    JsonNode found = data.at(pointer);
    return found.isString() ? Optional.of(found.stringValue()) : Optional.empty();
  }
}
