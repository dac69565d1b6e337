package org.consentledger.projections.disposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.subject.Disposal;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.Disposals;
import org.consentledger.core.subject.HistoryReader;
import org.consentledger.core.subject.NoticeEvent;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.StateJson;
import org.consentledger.projections.streaming.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes the disposals of each subject to whom something about them happened. It reads the subject's
 * history anew instead of folding events, so that it may take events in again, and always ends with
 * what is true.
 */
public final class DisposalProjection implements Projection {

  /** The name of the projection. */
  public static final String NAME = "disposal";

  private final JdbcClient database;
  private final HistoryReader histories;
  private final StateJson json = new StateJson();

  /** Writes to this database what these histories tell. */
  public DisposalProjection(JdbcClient database, HistoryReader histories) {
    this.database = database;
    this.histories = histories;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void project(List<RecordedEvent> events) {
    Set<SubjectId> touched =
        events.stream()
            .filter(event -> concernsDisposals(event.payload()))
            .map(event -> ((SubjectEvent) event.payload()).subjectId())
            .collect(Collectors.toSet());
    Rows rows = new Rows();
    for (SubjectId subject : touched) {
      SubjectHistory history = histories.historyOf(subject);
      for (Disposal disposal : Disposals.of(history)) {
        rows.add(disposal, history.entries().size());
      }
    }
    rows.write();
  }

  /** A report that comes late may name somebody more who is to be told. */
  private static boolean concernsDisposals(Object event) {
    return switch (event) {
      case DisposalEvent disposal -> true;
      case NoticeEvent notice -> true;
      case ProcessingEvent act -> act.act().recipientId() != null;
      default -> false;
    };
  }

  /** What is written in one round trip, whatever its number. */
  private final class Rows {

    private final List<UUID> disposals = new ArrayList<>();
    private final List<UUID> subjects = new ArrayList<>();
    private final List<UUID> begun = new ArrayList<>();
    private final List<UUID> done = new ArrayList<>();
    private final List<Long> versions = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final List<Boolean> outstanding = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    void add(Disposal disposal, long version) {
      disposals.add(disposal.disposalId());
      subjects.add(disposal.subjectId().value());
      begun.add(disposal.begun());
      done.add(disposal.done() == null ? null : disposal.done().evidence());
      versions.add(version);
      progress.add(disposal.progress().name());
      outstanding.add(!disposal.outstanding().isEmpty());
      contents.add(json.write(disposal));
    }

    void write() {
      if (disposals.isEmpty()) {
        return;
      }
      database
          .sql(
              """
              insert into disposal (disposal_id, subject_id, position, version, progress, outstanding, done_position, content)
              select d.disposal_id, d.subject_id, begun.position, d.version, d.progress, d.outstanding, done.position,
                     d.content::json
              from unnest(:disposals::uuid[], :subjects::uuid[], :begun::uuid[], :done::uuid[], :versions::bigint[],
                          :progress::text[], :outstanding::boolean[], :contents::text[])
                   as d (disposal_id, subject_id, begun, done, version, progress, outstanding, content)
              join event begun on begun.event_id = d.begun
              left join event done on done.event_id = d.done
              on conflict (disposal_id) do update
                set version = excluded.version, progress = excluded.progress, outstanding = excluded.outstanding,
                    done_position = excluded.done_position, content = excluded.content
                where disposal.version <= excluded.version
              """)
          .param("disposals", disposals.toArray(UUID[]::new))
          .param("subjects", subjects.toArray(UUID[]::new))
          .param("begun", begun.toArray(UUID[]::new))
          .param("done", done.toArray(UUID[]::new))
          .param("versions", versions.toArray(Long[]::new))
          .param("progress", progress.toArray(String[]::new))
          .param("outstanding", outstanding.toArray(Boolean[]::new))
          .param("contents", contents.toArray(String[]::new))
          .update();
    }
  }
}
