package org.consentledger.api.personaldata;

import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.personaldata.RecordAccess;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What comes before every reading of what the vault holds about a person (clauses 8.1, 8.7). */
@Component
public final class RecordedReading {

  private final CurrentSubjects subjects;
  private final Commands commands;

  RecordedReading(CurrentSubjects subjects, Commands commands) {
    this.subjects = subjects;
    this.commands = commands;
  }

  /**
   * The state of a subject of whom there is something to read.
   *
   * @throws Refused where nobody is registered, or the data is gone
   */
  public SubjectState requireHeld(SubjectId subjectId) {
    SubjectState state =
        subjects
            .find(subjectId)
            .map(CurrentSubject::state)
            .orElseThrow(() -> new Refused(new Refusal.SubjectUnknown()));
    return switch (state.status()) {
      case ACTIVE -> state;
      case ANONYMISED -> throw new Refused(new Refusal.SubjectAnonymised());
      case DESTROYED -> throw new Refused(new Refusal.SubjectDestroyed());
    };
  }

  /**
   * Records that somebody is about to read; it is on disk when this returns.
   *
   * @param documentId the document, where one is read and not the data
   * @return the event
   */
  public UUID record(
      SubjectId subjectId,
      SortedSet<Category> categories,
      @Nullable UUID documentId,
      @Nullable LegalGround ground,
      CommandContext context) {
    return commands
        .execute(
            new RecordAccess(UUID.randomUUID(), subjectId, categories, documentId, ground),
            context.actor(),
            null,
            Attachment.none())
        .eventIds()
        .getFirst();
  }
}
