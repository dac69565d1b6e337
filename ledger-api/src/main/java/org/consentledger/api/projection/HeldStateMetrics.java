package org.consentledger.api.projection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.ReadSubjects;
import org.springframework.stereotype.Component;

/**
 * {@code ledger.registers.*} and {@code ledger.subjects.*}: how well what this node holds in memory
 * serves.
 */
@Component
final class HeldStateMetrics implements MeterBinder {

  private final CurrentRegisters registers;
  private final ReadSubjects subjects;

  HeldStateMetrics(CurrentRegisters registers, ReadSubjects subjects) {
    this.registers = registers;
    this.subjects = subjects;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("ledger.registers.looks", registers, CurrentRegisters::looks)
        .description("How often the registers were asked for")
        .register(registry);
    FunctionCounter.builder("ledger.registers.loads", registers, CurrentRegisters::loads)
        .description("How often they had to be read anew for it")
        .register(registry);
    FunctionCounter.builder("ledger.subjects.looks", subjects, ReadSubjects::looks)
        .description("How often the state of a subject was asked for")
        .register(registry);
    FunctionCounter.builder("ledger.subjects.parses", subjects, ReadSubjects::parses)
        .description("How often it had to be parsed for it")
        .register(registry);
  }
}
