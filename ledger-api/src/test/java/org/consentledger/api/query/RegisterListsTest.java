package org.consentledger.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The registers are lists as all lists are. */
class RegisterListsTest extends RunningLedger {
  private LedgerClient ledger;

  @BeforeEach
  void prepare() {
    ledger = ledgerClient();
    for (String code : List.of("1.0", "1.1", "1.2")) {
      ledger.publishPolicy(code, "");
      ledger.definePurpose("p" + code, "1.0");
      LedgerClient.requireSuccess(
          ledger.put(
              "/api/v1/recipients/r" + code,
              "{\"name\":\"R\",\"country\":\"KZ\",\"kind\":\"PROCESSOR\"}"));
      LedgerClient.requireSuccess(
          ledger.put(
              "/api/v1/measures/m" + code,
              "{\"kind\":\"TECHNICAL\",\"description\":\"M\",\"from\":\"2026-01-01T00:00:00Z\"}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/policies,version,1.0 1.1 1.2",
    "/api/v1/purposes,purposeId,p1.0 p1.1 p1.2",
    "/api/v1/recipients,recipientId,r1.0 r1.1 r1.2",
    "/api/v1/measures,id,m1.0 m1.1 m1.2",
    "/api/v1/categories,code,EMAIL IIN PHONE"
  })
  void a_register_comes_in_pages_or_whole_as_lines(String path, String name, String codes) {
    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      Answer page = ledger.get(path + "?limit=2" + next);
      assertThat(page.items()).hasSizeBetween(1, 2);
      page.items().forEach(item -> listed.add(item.get(name).asString()));
      JsonNode cursor = page.json().get("next");
      next = cursor.isNull() ? "" : "&after=" + cursor.asString();
    } while (!next.isEmpty());
    assertThat(listed).isSorted().doesNotHaveDuplicates().contains(codes.split(" ", -1));
    assertThat(ledger.get(path, Paging.NDJSON).text().lines())
        .hasSameSizeAs(listed)
        .allMatch(line -> line.startsWith("{"));
    assertThat(ledger.get(path + "?limit=0").status()).isEqualTo(400);
    assertThat(ledger.get(path + "?limit=1001").status()).isEqualTo(400);
  }
}
