package org.consentledger.api.invitation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.SubjectEvent;

/** Lets nobody be asked any more whose data is gone, in the transaction of that event. */
public final class InvitationErasure implements TransactionalProjection {

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    Write.execute(
        connection,
        events.stream()
            .map(RecordedEvent::payload)
            .filter(
                event ->
                    event instanceof DisposalEvent.SubjectDestroyed
                        || event instanceof DisposalEvent.SubjectAnonymised)
            .map(SubjectEvent.class::cast)
            .map(
                event ->
                    Write.any(
                        "delete from consent_invitation where subject_id = ?",
                        event.subjectId().value()))
            .toList());
  }
}
