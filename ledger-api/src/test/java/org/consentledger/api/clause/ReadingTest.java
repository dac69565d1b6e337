package org.consentledger.api.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.consentledger.api.proof.Proves;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who looks at personal data, and that they did (clauses 8.1, 8.7). */
class ReadingTest extends ClauseStory {

  @Test
  @Proves("8.1, 8.7, 11")
  void clause_8_7_each_reading_of_personal_data_is_recorded_before_it_is_answered() {
    String subject = registered();
    String path = "/api/v1/subjects/" + subject + "/personal-data?ground=CONTRACT";

    Answer read = LedgerClient.requireSuccess(ledger.get(path));

    assertThat(read.json().at("/personalData/EMAIL/value").asString()).endsWith("@example.kz");
    JsonNode event =
        ledger
            .get("/api/v1/events?type=personal-data.accessed&subjectId=" + subject)
            .items()
            .getFirst();
    assertThat(event.get("eventId").asString())
        .isEqualTo(read.json().get("accessEventId").asString());
    assertThat(event.get("actor").asString()).isEqualTo(CLIENT);
    assertThat(event.at("/data/ground").asString()).isEqualTo("CONTRACT");
    assertThat(event.at("/data/categories/0").asString()).isEqualTo("EMAIL");
    LedgerClient.requireSuccess(ledger.get(path));
    assertThat(readings(subject)).hasSize(2);
  }

  @Test
  @Proves("8.1, 8.7, 11")
  void clause_8_1_whoever_may_command_and_ask_may_not_therefore_read() {
    String subject = registered();
    HttpResponse<String> refused =
        send(
            request("/api/v1/subjects/" + subject + "/personal-data")
                .method("GET", HttpRequest.BodyPublishers.noBody())
                .header(
                    "Authorization",
                    "Bearer " + token("ledger.command ledger.decide ledger.query ledger.admin")));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("@example.kz");
    assertThat(readings(subject)).isEmpty();
  }

  private List<JsonNode> readings(String subject) {
    return ledger.get("/api/v1/events?type=personal-data.accessed&subjectId=" + subject).items();
  }
}
