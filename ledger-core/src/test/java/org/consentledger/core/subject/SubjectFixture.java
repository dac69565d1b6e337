package org.consentledger.core.subject;

import static org.consentledger.core.testing.RefusedBecause.refusedBecause;
import static org.consentledger.core.testing.Samples.NOW;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.testing.RegistersBuilder;

/** A data subject under Axon, with registers and a clock that the test sets. */
final class SubjectFixture {

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
    TestExecutor<DataSubject> executor =
        past.isEmpty() ? axon.givenNoPriorActivity() : axon.given(past);
    return new Outcome(executor.when(command));
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
