package org.consentledger.api.console.subject;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whom a page is about. */
@Component
public class Persons {

  private final CurrentSubjects subjects;
  private final EventLog eventLog;
  private final RegisterReader registers;
  private final Clock clock;

  Persons(CurrentSubjects subjects, EventLog eventLog, RegisterReader registers, Clock clock) {
    this.subjects = subjects;
    this.eventLog = eventLog;
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * As they are now.
   *
   * @throws Refused where nobody is registered under this identifier
   */
  public Person now(SubjectId subjectId) {
    SubjectReader.Seen seen = subjects.look(subjectId);
    CurrentSubject current =
        seen.subject().orElseThrow(() -> new Refused(new Refusal.SubjectUnknown()));
    return new Person(current.state(), current.version(), seen.registers(), clock.instant());
  }

  /**
   * As they were when a day of Kazakhstan ended; as they are now where it has not.
   *
   * @throws Refused where nobody is registered under this identifier
   */
  Person on(SubjectId subjectId, @Nullable LocalDate day) {
    if (day == null || !day.isBefore(today())) {
      return now(subjectId);
    }
    Instant at = end(day);
    SubjectState state = eventLog.historyOf(subjectId).stateAt(at, Instant.MAX);
    if (state == null) {
      throw new Refused(new Refusal.SubjectUnknown());
    }
    return new Person(state, null, registers.current(), at);
  }

  /** The day that it is in Kazakhstan. */
  LocalDate today() {
    return Kazakhstan.dayOf(clock.instant());
  }

  /** The moment at which a day begins. */
  static Instant begin(LocalDate day) {
    return day.atStartOfDay(Kazakhstan.ZONE).toInstant();
  }

  private static Instant end(LocalDate day) {
    return begin(day.plusDays(1)).minusMillis(1);
  }
}
