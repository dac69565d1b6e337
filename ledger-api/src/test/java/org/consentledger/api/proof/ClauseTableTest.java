package org.consentledger.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTableTest {

  private static final String BLOCK = "POST /api/v1/subjects/{subjectId}/block";
  private static final Clause BLOCKING = new Clause("2.2", "Data is blocked.", List.of(BLOCK));

  private static Proof proof(boolean passed, String method, String... operations) {
    return new Proof(
        List.of("2.2"), "BlockTest", method, passed, new TreeSet<>(List.of(operations)));
  }

  private static ClauseTable table(Proof... proofs) {
    return new ClauseTable(List.of(BLOCKING), List.of(proofs));
  }

  @Test
  void a_clause_stands_in_the_table_with_tests_that_passed_and_what_they_called() {
    ClauseTable table =
        table(
            proof(true, "clause_2_2_it_stops", BLOCK, "GET /log/vkey"),
            proof(true, "clause_2_2_it_goes_on"),
            proof(false, "clause_2_2_it_fails"));
    assertThat(table.complaints()).isEmpty();
    assertThat(table.toMarkdown())
        .endsWith(
            "| 2.2 | Data is blocked. | `POST …/block` | `BlockTest`: it goes on; it stops |\n");
  }

  @Test
  void a_clause_without_a_test_that_passed_is_complained_of() {
    assertThat(table().complaints()).containsExactly("No test that passed proves clause \"2.2\".");
    assertThat(table(proof(false, "clause_2_2_it_stops", BLOCK)).complaints()).hasSize(1);
  }

  @Test
  void a_test_of_which_one_run_failed_proves_nothing() {
    assertThat(
            table(
                    proof(true, "clause_2_2_it_stops", BLOCK),
                    proof(false, "clause_2_2_it_stops", BLOCK))
                .complaints())
        .hasSize(1);
  }

  @Test
  void an_operation_that_no_test_called_is_complained_of() {
    assertThat(table(proof(true, "clause_2_2_it_stops", "GET /log/vkey")).complaints())
        .singleElement()
        .asString()
        .contains(BLOCK, "GET /log/vkey");
  }

  @Test
  void a_test_that_is_about_another_clause_is_complained_of() {
    assertThat(table(proof(true, "clause_2_20_it_stops", BLOCK)).complaints()).hasSize(1);
    assertThat(new ClauseTable(List.of(), List.of(proof(true, "clause_2_2_it_stops"))).complaints())
        .containsExactly(
            "BlockTest.clause_2_2_it_stops proves \"2.2\", which clauses.json does not have.");
  }

  @ParameterizedTest
  @CsvSource({
    "4.1 marketing, clause_4_1_it_is_so, true",
    "4.1 marketing, clause_4_10_it_is_so, false",
    "'1, 2.3, 12.1', clause_1_it_is_so, true",
    "'1, 2.3, 12.1', clause_12_1_it_is_so, true",
    "7.2–7.7, clause_7_it_is_so, true",
    "8.1, clause_1_it_is_so, false",
    "the trail, clause_8_4_it_is_so, true",
    "8.1, promise_5_it_is_so, true"
  })
  void tests_are_named_after_what_they_prove(String clause, String method, boolean meant) {
    assertThat(new Clause(clause, "", List.of()).isMeantBy(method)).isEqualTo(meant);
  }
}
