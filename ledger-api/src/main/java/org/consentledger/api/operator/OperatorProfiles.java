package org.consentledger.api.operator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.register.RegisterReader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the operator's profiles out of the vault, for every page and document that names it. */
@Component
public final class OperatorProfiles {

  private final RegisterReader registers;
  private final EventLog eventLog;
  private final Vault vault;
  private final JsonMapper json;

  OperatorProfiles(RegisterReader registers, EventLog eventLog, Vault vault, JsonMapper json) {
    this.registers = registers;
    this.eventLog = eventLog;
    this.vault = vault;
    this.json = json;
  }

  /** The profile as it was described last; empty while nobody has. */
  public Optional<OperatorProfile> current() {
    return Optional.ofNullable(registers.current().operator()).map(this::open);
  }

  /**
   * The profile as it was known at a moment, or as it was described first where that was later;
   * empty while nobody has described it.
   */
  public Optional<OperatorProfile> knownAt(Instant moment) {
    return eventLog.operatorAt(moment).map(this::open);
  }

  private OperatorProfile open(OperatorState operator) {
    byte[] text =
        vault
            .documents(Vault.OPERATOR, List.of(operator.profileReference()))
            .get(operator.profileReference());
    return json.readValue(requireNonNull(text), OperatorProfile.class);
  }
}
