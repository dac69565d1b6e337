package org.consentledger.api.projection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.projections.current.CurrentRegisters;
import org.springframework.stereotype.Component;

/** {@code ledger.registers.*}: how well this node's copy of the registers serves. */
@Component
final class RegisterMetrics implements MeterBinder {

  private final CurrentRegisters registers;

  RegisterMetrics(CurrentRegisters registers) {
    this.registers = registers;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("ledger.registers.looks", registers, CurrentRegisters::looks)
        .description("How often the registers were asked for")
        .register(registry);
    FunctionCounter.builder("ledger.registers.loads", registers, CurrentRegisters::loads)
        .description("How often they had to be read anew for it")
        .register(registry);
  }
}
