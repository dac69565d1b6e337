package org.consentledger.api.limits;

import java.util.function.Supplier;
import org.consentledger.core.eventstore.Admission;
import org.consentledger.core.eventstore.LedgerOverloaded;
import org.springframework.stereotype.Component;

/** Every command passes here before anything is looked up for it. */
@Component
public final class CommandGate {

  private final Admission admission;
  private final RefusedRequests refused;

  CommandGate(Admission admission, RefusedRequests refused) {
    this.admission = admission;
    this.refused = refused;
  }

  /**
   * Carries a command out, if there is room for it.
   *
   * @throws LedgerOverloaded where there is none, and where its turn to be recorded did not come
   */
  public <T> T pass(Supplier<T> command) {
    try (Admission.Place place = admission.enter()) {
      return command.get();
    } catch (LedgerOverloaded overloaded) {
      refused.count(overloaded.reason());
      throw overloaded;
    }
  }
}
