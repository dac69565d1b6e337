package org.consentledger.projections.history;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.export.ExportEvent;
import org.consentledger.core.mailing.MailingEvent;
import org.consentledger.core.personaldata.PersonalDataEvent;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.InvitationEvent;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.RegistrationEvent;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.streaming.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes for each event by what it can be found. */
public final class HistoryProjection implements Projection {

  /** The name of the projection. */
  public static final String NAME = "history";

  private final JdbcClient database;

  /** Writes to this database. */
  public HistoryProjection(JdbcClient database) {
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void project(List<RecordedEvent> events) {
    database
        .sql(
            """
            insert into history (position, name, subject_id, purpose_id, actor, recorded_at)
            select * from unnest(:positions::bigint[], :names::text[], :subjects::uuid[], :purposes::text[],
                                 :actors::text[], :times::timestamptz[])
            on conflict (position) do update
              set name = excluded.name, subject_id = excluded.subject_id, purpose_id = excluded.purpose_id,
                  actor = excluded.actor, recorded_at = excluded.recorded_at
            """)
        .param("positions", events.stream().map(RecordedEvent::position).toArray(Long[]::new))
        .param("names", events.stream().map(RecordedEvent::name).toArray(String[]::new))
        .param("subjects", events.stream().map(HistoryProjection::subject).toArray(UUID[]::new))
        .param("purposes", events.stream().map(HistoryProjection::purpose).toArray(String[]::new))
        .param("actors", events.stream().map(RecordedEvent::actor).toArray(String[]::new))
        .param(
            "times",
            events.stream()
                .map(event -> event.recordedAt().atOffset(ZoneOffset.UTC).toString())
                .toArray(String[]::new))
        .update();
  }

  private static @Nullable UUID subject(RecordedEvent event) {
    return switch (event.payload()) {
      case SubjectEvent of -> of.subjectId().value();
      case PersonalDataEvent.PersonalDataAccessed of -> of.subjectId().value();
      case ExportEvent.ExportRequested of ->
          of.scope().subjectId() == null ? null : of.scope().subjectId().value();
      case RequestEvent of -> of.subjectId() == null ? null : of.subjectId().value();
      default -> null;
    };
  }

  private static @Nullable String purpose(RecordedEvent event) {
    PurposeId purpose =
        switch (event.payload()) {
          case ConsentEvent of -> of.purposeId();
          case InvitationEvent.ConsentInvited of -> of.purposeId();
          case ProcessingEvent of -> of.act().purposeId();
          case RegistrationEvent.SubjectRegistered of -> of.purposeId();
          case PurposeEvent of -> of.purposeId();
          case MailingEvent.MailingPlanned of -> of.plan().purposeId();
          default -> null;
        };
    return purpose == null ? null : purpose.value();
  }
}
