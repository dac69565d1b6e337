package org.consentledger.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Questions that come one a line, as many as there are. */
@ExtendWith(OutputCaptureExtension.class)
class DecisionBatchTest extends RunningLedger {
  private static final String QUESTION =
      "{\"subjectId\":\"7b0a1e4e-0000-4000-8000-000000000000\",\"purposeId\":\"letters\","
          + "\"action\":\"USE\"}\n";

  @Test
  void a_batch_may_be_larger_than_a_body_and_only_its_lines_are_limited() {
    LedgerClient ledger = LedgerClient.at("http://localhost:" + port, CLIENT, SECRET);
    int many = 2 * 1024 * 1024 / QUESTION.length();
    List<String> answers =
        ledger
            .postLines(
                "/api/v1/decisions/batch",
                QUESTION.repeat(many) + "x".repeat(1024 * 1024 + 1) + "\n" + QUESTION)
            .text()
            .lines()
            .toList();
    assertThat(answers).hasSize(many + 2);
    assertThat(answers.get(many)).contains("INVALID_LINE");
    assertThat(answers.getLast()).contains("DENY");
  }

  @Test
  void a_batch_that_breaks_off_ends_with_a_line_that_says_so(CapturedOutput output)
      throws IOException {
    int asked = 3000;
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /api/v1/decisions/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/x-ndjson\r\nContent-Length: 100000000\r\n"
              + "Authorization: Bearer "
              + token("ledger.decide")
              + "\r\n\r\n";
      out.write((head + QUESTION.repeat(asked)).getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      List<String> lines =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("{"))
              .toList();
      assertThat(lines.getLast()).contains("\"code\":\"BODY_UNREADABLE\"");
      assertThat(lines).filteredOn(line -> line.contains("BODY_UNREADABLE")).hasSize(1);
      assertThat(lines).filteredOn(line -> line.contains("DENY")).isNotEmpty();
    }
    assertThat(output.getAll()).doesNotContain("ERROR", "\tat ");
  }
}
