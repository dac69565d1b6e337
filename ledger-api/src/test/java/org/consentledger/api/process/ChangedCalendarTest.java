package org.consentledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.consentledger.api.testing.LedgerClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Government moves a day off to the last day of a term that runs already. */
class ChangedCalendarTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void clause_3_2_a_calendar_that_changes_moves_what_waits_and_says_so() throws Exception {
    Path data = folder.resolve("data");
    String request;
    LocalDate before;
    try (LedgerProcess first = LedgerProcess.start(data)) {
      JsonNode entered =
          LedgerClient.requireSuccess(
                  first
                      .client()
                      .post(
                          "/api/v1/requests",
                          "{\"type\":\"QUESTION\",\"channel\":\"EMAIL\",\"text\":\"Неге?\"}"))
              .json();
      request = entered.get("requestId").asString();
      before = LocalDate.parse(entered.get("dueDate").asString());
    }
    Path file = folder.resolve("override.json");
    Files.writeString(
        file,
        """
        {"year":%d,"confirmed":false,"daysOff":[],"workingWeekendDays":[],"extraDaysOff":["%s"]}
        """
            .formatted(before.getYear(), before));
    try (LedgerProcess second =
        LedgerProcess.start(
            data, "--ledger.calendar.files=" + file, "--ledger.requests.every=PT0.2S")) {
      LedgerClient ledger = second.client();
      JsonNode recomputed = recomputed(ledger);
      String after = nextWorkingDay(ledger, before);
      assertThat(recomputed.get("requestId").asString()).isEqualTo(request);
      assertThat(recomputed.at("/before/day").asString()).isEqualTo(before.toString());
      assertThat(recomputed.at("/term/due/day").asString()).isEqualTo(after);
      JsonNode now = ledger.get("/api/v1/requests/" + request).json();
      assertThat(now.get("dueDate").asString()).isEqualTo(after);
      assertThat(now.get("timeline").toString()).contains("request.recomputed");
    }
  }

  private static String nextWorkingDay(LedgerClient ledger, LocalDate day) {
    return ledger
        .get("/api/v1/working-days?from=%s&to=%s".formatted(day, day.plusDays(20)))
        .items()
        .stream()
        .filter(it -> it.get("working").asBoolean())
        .map(it -> it.get("day").asString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode recomputed(LedgerClient ledger) {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(deadline)) {
      var events = ledger.get("/api/v1/events?type=request.recomputed").items();
      if (!events.isEmpty()) {
        assertThat(events).hasSize(1);
        return events.getFirst().get("data");
      }
      LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("The term was not counted anew.");
  }
}
