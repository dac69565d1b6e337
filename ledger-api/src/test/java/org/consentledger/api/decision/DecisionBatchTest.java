package org.consentledger.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.log.CheckpointFile;
import org.consentledger.core.log.LogKeyFile;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.projections.current.Decisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions that come one a line, as many as there are. */
@ExtendWith(OutputCaptureExtension.class)
class DecisionBatchTest extends RunningLedger {
  private static final String QUESTION =
      "{\"subjectId\":\"7b0a1e4e-0000-4000-8000-000000000000\",\"purposeId\":\"letters\","
          + "\"action\":\"USE\"}\n";

  @TempDir Path folder;
  @Autowired private Decisions decisions;
  @Autowired private Validator validator;
  @Autowired private JdbcClient database;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private LogKeyFile keyFile;

  @Test
  void a_batch_may_be_larger_than_a_body_and_only_its_lines_are_limited() {
    LedgerClient ledger = ledgerClient();
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
  void a_ledger_that_halts_in_the_midst_of_a_batch_answers_nothing_more(CapturedOutput output)
      throws IOException {
    try (SealingLoop halted = new SealingLoop(besideSpoiltCopy(), Duration.ofSeconds(1))) {
      assertThat(halted.refusal()).isPresent();
      DecisionBatch batch =
          new DecisionBatch(decisions, halted, validator, json, Clock.systemUTC());
      byte[] questions = QUESTION.repeat(3).getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream answers = new ByteArrayOutputStream();

      batch.decide(new ByteArrayInputStream(questions), answers, () -> true);

      assertThat(answers.toString(StandardCharsets.UTF_8).lines())
          .singleElement()
          .asString()
          .contains("\"code\":\"DECISIONS_INCOMPLETE\"", "\"status\":503");
      assertThat(output.getAll()).contains("LedgerHalted");
      assertThatThrownBy(
              () -> batch.decide(new ByteArrayInputStream(questions), answers, () -> false))
          .isInstanceOf(LedgerHalted.class);
    }
  }

  private Sealer besideSpoiltCopy() throws IOException {
    Path copy = Files.writeString(folder.resolve("copy"), "no checkpoint");
    return new Sealer(
        database,
        new TransactionTemplate(transactions),
        keyFile,
        new CheckpointFile(copy),
        Clock.systemUTC(),
        "elsewhere.example");
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
