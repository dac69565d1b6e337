package org.consentledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How many lines are under way, and what becomes of them when something fails. */
class ImportWindowTest extends ImportStory {

  private static final String ONE = "7b0a1e4e-0000-4000-8000-000000000001";
  private static final String OTHER = "7b0a1e4e-0000-4000-8000-000000000002";

  @Autowired private Importer importer;

  private final Queue<String> done = new ConcurrentLinkedQueue<>();

  @Test
  void a_reader_who_does_not_read_keeps_more_from_being_taken_in() {
    byte[] line = line("key", SUBJECTS, "{\"source\":\"IMPORT\"}").getBytes(StandardCharsets.UTF_8);
    AtomicLong taken = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return line[(int) (taken.getAndIncrement() % line.length)];
          }

          @Override
          public int available() {
            return 1;
          }
        };
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("the reader has gone");
          }
        };
    assertThatThrownBy(() -> importer.run(endless, stuck, () -> true, this::succeed))
        .isInstanceOf(IOException.class);
    long buffer = 1 << 16;
    assertThat(taken.get()).isLessThan(buffer + (ImportWindow.MOST_LINES + 2L) * line.length);
    assertThat(done).hasSizeLessThanOrEqualTo(ImportWindow.MOST_LINES);
  }

  @Test
  void a_sender_may_wait_for_each_answer_before_the_next_line() throws IOException {
    String[] lines = {line("1", SUBJECTS, "{}"), line("2", SUBJECTS, "{}")};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream waiting =
        new InputStream() {
          private final ByteArrayInputStream first = bytes(lines[0]);
          private final ByteArrayInputStream second = bytes(lines[1]);

          @Override
          public int available() {
            return first.available();
          }

          @Override
          public int read() {
            if (first.available() > 0) {
              return first.read();
            }
            assertThat(results(out.toString(StandardCharsets.UTF_8))).hasSizeGreaterThan(0);
            return second.read();
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            int octet = read();
            if (octet < 0) {
              return -1;
            }
            buffer[offset] = (byte) octet;
            return 1;
          }
        };
    importer.run(waiting, out, () -> true, this::succeed);
    assertThat(results(out.toString(StandardCharsets.UTF_8))).hasSize(2);
  }

  @Test
  void where_the_ledger_fails_nothing_that_follows_is_done_and_the_last_line_says_so()
      throws IOException {
    String lines =
        command("1", ONE) + command("2", ONE) + command("3", ONE) + command("4", OTHER).repeat(3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CountDownLatch others = new CountDownLatch(1);
    importer.run(
        bytes(lines),
        out,
        () -> true,
        line ->
            switch (line.idempotencyKey()) {
              case "2" -> {
                await(others);
                yield new LineAnswer(500, false, "{\"code\":\"INTERNAL_ERROR\"}");
              }
              case "4" -> {
                others.countDown();
                yield succeed(line);
              }
              default -> succeed(line);
            });
    List<JsonNode> results = results(out.toString(StandardCharsets.UTF_8));
    assertThat(results).hasSize(3);
    assertThat(results.get(0).get("status").asInt()).isEqualTo(201);
    assertThat(results.get(1).get("status").asInt()).isEqualTo(500);
    assertThat(results.getLast().get("code").asString()).isEqualTo("IMPORT_STOPPED");
    assertThat(done).contains("1").doesNotContain("3");
  }

  @Test
  void what_is_away_for_a_moment_is_tried_again() throws IOException {
    AtomicLong tries = new AtomicLong();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    importer.run(
        bytes(command("1", ONE)),
        out,
        () -> true,
        line ->
            tries.incrementAndGet() < 3
                ? new LineAnswer(503, false, "{\"code\":\"CONTENDED\"}")
                : succeed(line));
    assertThat(results(out.toString(StandardCharsets.UTF_8)))
        .hasSize(1)
        .allMatch(result -> result.get("status").asInt() == 201);
  }

  private String command(String key, String subject) {
    return line(key, SUBJECTS + "/" + subject + "/block", "{\"reason\":\"OUTDATED\"}");
  }

  private LineAnswer succeed(ImportLine line) {
    done.add(line.idempotencyKey());
    return new LineAnswer(201, false, "{}");
  }

  /** Lines of others, though later in the file, are carried out meanwhile. */
  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
