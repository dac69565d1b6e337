package org.consentledger.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.emptyRegisters;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NEXT_POLICY;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.POLICY;

import org.consentledger.core.policy.PolicyState;
import org.junit.jupiter.api.Test;

class RegistersTest {

  @Test
  void clause_12_2_a_policy_is_in_force_until_the_next_one_begins() {
    Registers registers = registers().policy(NEXT_POLICY, NOW).build();
    assertThat(registers.policyInForce(NOW.minusNanos(1)).map(PolicyState::version))
        .contains(POLICY);
    assertThat(registers.policyInForce(NOW).map(PolicyState::version)).contains(NEXT_POLICY);
    assertThat(registers.policyInForce(BEGINNING.minusNanos(1))).isEmpty();
  }

  @Test
  void clause_12_2_a_version_ends_no_consents_under_itself_or_under_later_ones() {
    Registers registers =
        emptyRegisters().materialPolicy(POLICY, BEGINNING, null).policy(NEXT_POLICY, NOW).build();
    assertThat(registers.endsConsentsUnder(POLICY)).isEmpty();
    assertThat(registers.endsConsentsUnder(NEXT_POLICY)).isEmpty();
  }

  @Test
  void what_was_not_published_or_determined_yet_was_not_known() {
    Registers registers =
        registers()
            .policy(NEXT_POLICY, NOW)
            .purpose(NEWSLETTER, definition().needing(EMAIL).build(), NOW)
            .build();

    assertThat(registers.knownAt(BEGINNING.minusNanos(1))).isEqualTo(Registers.EMPTY);
    Registers before = registers.knownAt(NOW.minusNanos(1));
    assertThat(before.findPolicy(NEXT_POLICY)).isEmpty();
    assertThat(before.purpose(NEWSLETTER).latest().number()).isEqualTo(1);
    assertThat(registers.knownAt(NOW)).isEqualTo(registers);
  }

  @Test
  void clause_8_9_a_retirement_was_not_known_before_it_happened() {
    Registers registers = registers().retired(NEWSLETTER, EARLIER).build();
    assertThat(registers.knownAt(EARLIER.minusNanos(1)).purpose(NEWSLETTER).isRetiredAt(NOW))
        .isFalse();
    assertThat(registers.knownAt(EARLIER).purpose(NEWSLETTER).isRetiredAt(NOW)).isTrue();
  }
}
