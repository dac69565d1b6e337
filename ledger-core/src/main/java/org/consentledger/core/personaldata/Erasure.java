package org.consentledger.core.personaldata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.eventstore.TransactionalProjection;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.subject.DisposalEvent;

/**
 * Makes data as gone as its events say, in their own transaction (clauses 2.5, 2.14). There is no
 * moment at which the history says that data is destroyed and the vault has it, or the other way
 * round; and whoever takes the events in again after a restore erases again.
 */
public final class Erasure implements TransactionalProjection {

  private final Vault vault;

  /** Erases from this vault. */
  public Erasure(Vault vault) {
    this.vault = vault;
  }

  @Override
  public void project(Connection connection, List<RecordedEvent> events) throws SQLException {
    List<Write> writes = new ArrayList<>();
    for (RecordedEvent event : events) {
      switch (event.payload()) {
        case DisposalEvent disposal -> writes.addAll(erased(disposal));
        case RequestEvent.RequestTextDestroyed text -> writes.addAll(vault.erase(text.requestId()));
        case RequestEvent request when binds(request) -> {
          // What was to go before is gone before; else a request could go with what came earlier.
          Write.execute(connection, writes);
          writes.clear();
          Write.execute(connection, bound(request));
        }
        default -> {}
      }
    }
    Write.execute(connection, writes);
  }

  private static boolean binds(RequestEvent event) {
    return event instanceof RequestEvent.RequestReceived
        || event instanceof RequestEvent.SubjectLinked;
  }

  private List<Write> bound(RequestEvent event) {
    return event.subjectId() == null
        ? List.of()
        : List.of(vault.bind(event.requestId(), event.subjectId()));
  }

  private List<Write> erased(DisposalEvent event) {
    return switch (event) {
      case DisposalEvent.SubjectDestroyed destroyed -> vault.erase(destroyed.subjectId());
      case DisposalEvent.SubjectAnonymised anonymised -> vault.erase(anonymised.subjectId());
      case DisposalEvent.CategoriesErased some -> vault.erase(some.subjectId(), some.categories());
      case DisposalEvent.DisposalRequested requested -> List.of();
      case DisposalEvent.DisposalApproved approved -> List.of();
      case DisposalEvent.DisposalCancelled cancelled -> List.of();
    };
  }
}
