package org.consentledger.api.mailing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.RegistrationEvent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;

/**
 * Lets letters forget to whom they were when the person's data is destroyed, in the transaction of
 * that event; and lets the returns of an address be forgotten with the address.
 */
public final class LettersErasure implements TransactionalProjection {

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    List<Write> writes = new ArrayList<>();
    for (RecordedEvent event : events) {
      switch (event.payload()) {
        case DisposalEvent.SubjectDestroyed of -> {
          writes.add(forgetPerson(of.subjectId()));
          writes.add(forgetReturns(of.subjectId()));
        }
        case DisposalEvent.SubjectAnonymised of -> writes.add(forgetReturns(of.subjectId()));
        case DisposalEvent.CategoriesErased of when isAddress(of.categories()) ->
            writes.add(forgetReturns(of.subjectId()));
        case RegistrationEvent.PersonalDataRectified of when isAddress(of.categories()) ->
            writes.add(forgetReturns(of.subjectId()));
        default -> {} // concerns no letter
      }
    }
    Write.execute(connection, writes);
  }

  private static boolean isAddress(SortedSet<Category> categories) {
    return categories.contains(IdentifierKind.EMAIL.category());
  }

  private static Write forgetPerson(SubjectId subject) {
    UUID id = subject.value();
    return Write.any(
        """
        update mailing_letter
        set subject_id = null, state = case when state in ('PENDING', 'DEFERRED') then 'DENIED' else state end
        where subject_id = ?
        """,
        id);
  }

  private static Write forgetReturns(SubjectId subject) {
    return Write.any("delete from mail_bounce where subject_id = ?", subject.value());
  }
}
