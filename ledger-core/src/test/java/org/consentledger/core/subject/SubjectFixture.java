package org.consentledger.core.subject;

import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.Samples.DEADLINES;
import static org.consentledger.core.testing.Samples.NOW;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.testing.RegistersBuilder;

/** A data subject under Axon, with registers and a clock that the test sets. */
final class SubjectFixture {

  /** For commands about now, which ask for no history. */
  static final HistoryReader NO_HISTORY = subject -> new SubjectHistory(List.of());

  private final RegistersBuilder registers;
  private final Instant now;
  private List<SubjectEvent> past = List.of();

  private SubjectFixture(RegistersBuilder registers, Instant now) {
    this.registers = registers;
    this.now = now;
  }

  static SubjectFixture subject() {
    return subject(RegistersBuilder.registers());
  }

  static SubjectFixture subject(RegistersBuilder registers) {
    return new SubjectFixture(registers, NOW);
  }

  SubjectFixture at(Instant moment) {
    SubjectFixture later = new SubjectFixture(registers, moment);
    later.past = past;
    return later;
  }

  SubjectFixture given(SubjectEvent... events) {
    past = List.of(events);
    return this;
  }

  Outcome when(SubjectCommand command) {
    AggregateTestFixture<DataSubject> axon = new AggregateTestFixture<>(DataSubject.class);
    axon.registerCommandTargetResolver(LedgerAxon.targetResolver());
    axon.registerInjectableResource((RegisterReader) registers::build);
    axon.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    axon.registerInjectableResource(DEADLINES);
    axon.registerInjectableResource((HistoryReader) subject -> history());
    TestExecutor<DataSubject> executor =
        past.isEmpty() ? axon.givenNoPriorActivity() : axon.given(past);
    return new Outcome(executor.when(command));
  }

  /** What happened, each recorded when it took effect. */
  private SubjectHistory history() {
    List<SubjectHistory.Entry> entries = new ArrayList<>();
    for (SubjectEvent event : past) {
      entries.add(
          new SubjectHistory.Entry(event, new UUID(9, entries.size()), event.effectiveAt()));
    }
    return new SubjectHistory(entries);
  }

  /** What came of the command. */
  record Outcome(ResultValidator<DataSubject> result) {

    void then(SubjectEvent... events) {
      result
          .expectSuccessfulHandlerExecution()
          .expectEvents(Arrays.copyOf(events, events.length, Object[].class));
    }

    void thenNothingChanges() {
      result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    void thenRefused(Refusal refusal) {
      result.expectException(refusedBecause(refusal)).expectNoEvents();
    }
  }
}
