package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The eighteen actions (clauses 2.6, 9.1). */
class ActionTest extends ClauseStory {

  @ParameterizedTest
  @EnumSource
  @Proves("2.6, 9.1")
  void clause_9_1_a_purpose_allows_the_actions_that_it_lists_and_none_of_the_others(
      ProcessingAction listed) {
    String purpose = "only-" + listed.name().toLowerCase(Locale.ROOT).replace('_', '-');
    ledger.determine(purpose, "{\"actions\":[\"%s\"],\"distribution\":true}".formatted(listed));
    String subject =
        consented(
            "{\"thirdPartyTransfer\":true,\"crossBorder\":true,\"publication\":true}", purpose);
    List<ProcessingAction> all = List.of(ProcessingAction.values());
    assertThat(all).hasSize(18);

    Answer answers =
        LedgerClient.requireSuccess(
            ledger.postLines("/api/v1/decisions/batch", questions(subject, purpose, all)));

    List<JsonNode> lines = new ArrayList<>();
    answers.text().lines().forEach(line -> lines.add(json.readTree(line)));
    List<ProcessingAction> allowed = new ArrayList<>();
    for (ProcessingAction action : all) {
      List<String> reasons = lines.get(action.ordinal()).get("reasons").findValuesAsString("code");
      if (!reasons.contains("ACTION_OUTSIDE_PURPOSE")) {
        allowed.add(action);
      }
    }
    assertThat(allowed).containsExactly(listed);
    boolean handsOver = listed.isTransferring() && listed != ProcessingAction.DISSEMINATE;
    assertThat(lines.get(listed.ordinal()).get("decision").asString())
        .isEqualTo(handsOver ? "DENY" : "PERMIT"); // to nobody, nothing is handed over
  }

  private static String questions(String subject, String purpose, List<ProcessingAction> actions) {
    return actions.stream()
        .map(
            action ->
                "{\"subjectId\":\"%s\",\"purposeId\":\"%s\",\"action\":\"%s\"}"
                    .formatted(subject, purpose, action))
        .collect(Collectors.joining("\n"));
  }
}
