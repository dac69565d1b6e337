package org.consentledger.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No reason without a test that bears its name. */
class EveryReasonTest {

  private static final List<Class<?>> TESTS =
      List.of(
          ReasonsTest.class,
          GroundReasonsTest.class,
          GroundSwitchReasonsTest.class,
          TransferReasonsTest.class,
          StopReasonsTest.class,
          ProtectionReasonsTest.class);

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_test_that_names_it_and_its_clause(ReasonCode code) {
    String name = "clause_" + code.clause().replace('.', '_') + "_" + code + "_";
    assertThat(TESTS.stream().flatMap(test -> Stream.of(test.getDeclaredMethods())))
        .extracting(Method::getName)
        .anyMatch(method -> method.startsWith(name));
  }
}
