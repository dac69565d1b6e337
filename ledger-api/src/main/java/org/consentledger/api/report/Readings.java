package org.consentledger.api.report;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds when a person's data was read by people (clauses 8.1, 8.7). */
@Component
final class Readings {

  private static final int AT_ONCE = 1000;

  private final HistoryQuery history;
  private final JsonMapper json;

  Readings(HistoryQuery history, JsonMapper json) {
    this.history = history;
    this.json = json;
  }

  /** All of them, the oldest first. */
  List<SubjectReport.Reading> of(SubjectId subjectId) {
    HistoryQuery.Filter filter =
        new HistoryQuery.Filter(subjectId, "personal-data.accessed", null, null, null, null);
    List<SubjectReport.Reading> readings = new ArrayList<>();
    long after = 0;
    List<HistoryQuery.Item> some;
    do {
      some = history.find(filter, after, AT_ONCE);
      some.forEach(item -> readings.add(reading(item)));
      after = some.isEmpty() ? after : some.getLast().position();
    } while (some.size() == AT_ONCE);
    return readings;
  }

  private SubjectReport.Reading reading(HistoryQuery.Item item) {
    @Nullable JsonNode ground = json.readTree(item.payload()).get("ground");
    return new SubjectReport.Reading(
        item.recordedAt(),
        ground == null ? null : LegalGround.valueOf(ground.stringValue()),
        item.eventId());
  }
}
