package org.consentledger.projections.due;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.policy.PolicyEvent;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.streaming.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes when data is due. Like the search it copies what is true instead of folding events, so that
 * it may take events in again. A purpose or a policy that changed may make the data of everybody
 * due at another time; that is left to the {@link DueReview}.
 */
public final class DueProjection implements Projection {

  /** The name of the projection. */
  public static final String NAME = "due";

  private final JdbcClient database;
  private final CurrentSubjects subjects;
  private final CurrentRegisters registers;
  private final DueRows rows;
  private final Clock clock;

  /** Writes to this database what these states come to. */
  public DueProjection(
      JdbcClient database, CurrentSubjects subjects, CurrentRegisters registers, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.registers = registers;
    this.rows = new DueRows(database);
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void project(List<RecordedEvent> events) {
    Set<SubjectId> touched =
        events.stream()
            .filter(event -> event.payload() instanceof SubjectEvent)
            .map(event -> ((SubjectEvent) event.payload()).subjectId())
            .collect(Collectors.toSet());
    if (!touched.isEmpty()) {
      rows.replace(subjects.findAll(touched).values(), registers.current(), clock.instant());
    }
    events.stream()
        .filter(DueProjection::changesRetention)
        .mapToLong(RecordedEvent::position)
        .max()
        .ifPresent(this::wantReview);
  }

  private static boolean changesRetention(RecordedEvent event) {
    return switch (event.payload()) {
      case PurposeEvent purpose -> event.sequence() > 0; // nobody's data was for a new one
      case GroundSwitchEvent ground -> true;
      case PolicyEvent.PolicyPublished policy -> policy.material();
      default -> false;
    };
  }

  private void wantReview(long position) {
    database
        .sql("update retention_review set wanted = greatest(wanted, :position)")
        .param("position", position)
        .update();
  }
}
