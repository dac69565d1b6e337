package org.consentledger.core.operator;

import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;

import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.operator.OperatorCommand.DescribeOperator;
import org.consentledger.core.operator.OperatorEvent.OperatorDescribed;
import org.junit.jupiter.api.Test;

class OperatorTest {

  private static AggregateTestFixture<Operator> operator() {
    AggregateTestFixture<Operator> fixture = new AggregateTestFixture<>(Operator.class);
    fixture.registerCommandTargetResolver(LedgerAxon.targetResolver());
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  @Test
  void clause_1_the_operator_describes_itself() {
    operator()
        .givenNoPriorActivity()
        .when(new DescribeOperator("hash", id(1)))
        .expectEvents(new OperatorDescribed(1, "hash", id(1), NOW));
  }

  @Test
  void clause_2_7_another_profile_is_another_version() {
    operator()
        .given(new OperatorDescribed(1, "hash", id(1), EARLIER))
        .when(new DescribeOperator("other", id(2)))
        .expectEvents(new OperatorDescribed(2, "other", id(2), NOW));
  }

  @Test
  void clause_2_7_the_same_profile_at_another_place_of_the_vault_changes_nothing() {
    operator()
        .given(new OperatorDescribed(1, "hash", id(1), EARLIER))
        .when(new DescribeOperator("hash", id(2)))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void clause_2_7_going_back_to_an_earlier_profile_is_another_version_too() {
    operator()
        .given(
            new OperatorDescribed(1, "hash", id(1), EARLIER),
            new OperatorDescribed(2, "other", id(2), EARLIER))
        .when(new DescribeOperator("hash", id(3)))
        .expectEvents(new OperatorDescribed(3, "hash", id(3), NOW));
  }
}
