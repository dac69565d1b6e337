package org.consentledger.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * Lines that are wrong: each is told what is wrong with it, stops no other, and is not repeated.
 */
@ExtendWith(OutputCaptureExtension.class)
class UglyLinesTest extends ImportStory {

  private static final String KNOWN = "Гүлнұр Сәрсенова";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Гүлнұр Сәрсенова                                               | 400 | MALFORMED_JSON | ``
          ["Гүлнұр Сәрсенова"]                                           | 400 | WRONG_TYPE     | ``
          null                                                           | 400 | WRONG_TYPE     | ``
          "Гүлнұр Сәрсенова"                                             | 400 | WRONG_TYPE     | ``
          {"idempotencyKey":"k"                                          | 400 | MALFORMED_JSON | ``
          {"idempotencyKey":"k","path":"/api/v1/subjects","Гүлнұр":1}    | 400 | UNKNOWN_FIELD  | ``
          {"path":"/api/v1/subjects","body":{}}                          | 422 | INVALID_INPUT  | /idempotencyKey
          {"idempotencyKey":" ","path":"/api/v1/subjects","body":{}}     | 422 | INVALID_INPUT  | /idempotencyKey
          {"idempotencyKey":"k","body":{}}                               | 422 | INVALID_INPUT  | /path
          {"idempotencyKey":1,"path":"/api/v1/subjects"}                 | 400 | WRONG_TYPE     | /idempotencyKey
          {"idempotencyKey":"k","path":"/api/v1/subjects","body":{"source":"Гүлнұр Сәрсенова"}} | 400 | UNKNOWN_VALUE | /source
          {"idempotencyKey":"k","path":"/api/v1/subjects","body":[1]}    | 400 | WRONG_TYPE     | ``
          {"idempotencyKey":"k","path":"/api/v1/subjects"}               | 400 | BODY_UNREADABLE | -
          {"idempotencyKey":"k","path":"/api/v1/subjects","body":{"a":1,"a":2}} | 400 | DUPLICATE_FIELD | /body
          """)
  void a_line_that_is_wrong_is_told_what_is_wrong(
      String line, int status, String code, String pointer, CapturedOutput output) {
    JsonNode result = amongOthers(line);
    assertThat(result.get("status").asInt()).as(result.toString()).isEqualTo(status);
    assertThat(result.at("/answer/code").asString()).as(result.toString()).isEqualTo(code);
    if (!pointer.equals("-")) {
      assertThat(result.at("/answer/errors/0/pointer").asString()).isEqualTo(pointer);
    }
    assertThat(result.toString()).doesNotContain(KNOWN, "Гүлнұр");
    assertThat(output.getAll()).doesNotContain(KNOWN, "Гүлнұр");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/subjects/lookup",
        "/api/v1/subjects/7b0a1e4e-0000-4000-8000-000000000000/personal-data",
        "/api/v1/purposes/letters/retirement",
        "/api/v1/subjects/../purposes/letters/retirement",
        "/api/v1/subjects/%2e%2e/purposes/letters/retirement",
        "/api/v1/subjects;x/7b0a1e4e-0000-4000-8000-000000000000/consents",
        "/api/v1/subjects//consents",
        "/api/v1/subjects/",
        "/api/v1/subjects?x=1",
        "/api/v1/import",
        "http://elsewhere.example/api/v1/subjects",
        "/actuator/health",
        "Гүлнұр Сәрсенова"
      })
  void what_is_no_command_to_a_subject_is_not_imported(String path) {
    JsonNode result = amongOthers(line(key(), path, "{}").strip());
    assertThat(result.get("status").asInt()).isEqualTo(422);
    assertThat(result.at("/answer/code").asString()).isEqualTo("PATH_NOT_IMPORTED");
    assertThat(result.at("/answer/errors/0/pointer").asString()).isEqualTo("/path");
    assertThat(result.toString()).doesNotContain("elsewhere", "Гүлнұр");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/subjects/nobody/consents,400,INVALID_PARAMETER",
    "/api/v1/subjects/7b0a1e4e-0000-4000-8000-000000000000/nothing,404,NOT_FOUND",
    "/api/v1/subjects/7b0a1e4e-0000-4000-8000-000000000000/history,405,METHOD_NOT_ALLOWED",
  })
  void a_path_that_no_command_has_is_answered_as_when_it_is_posted(
      String path, int status, String code) {
    JsonNode result = amongOthers(line(key(), path, consent("2026-02-01T09:00:00Z")).strip());
    assertThat(result.get("status").asInt()).as(result.toString()).isEqualTo(status);
    assertThat(result.at("/answer/code").asString()).isEqualTo(code);
  }

  @Test
  void what_is_not_in_UTF_8_or_has_no_end_is_told_so() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.write("\ufeff".getBytes(StandardCharsets.UTF_8)); // as some programs begin a file
    lines.write(registration(key(), key() + "@example.kz").getBytes(StandardCharsets.UTF_8));
    lines.write(
        line(key(), SUBJECTS, "{\"accuracyAttestedBy\":\"Жанна\"}")
            .getBytes(Charset.forName("windows-1251")));
    lines.write(
        line(key(), SUBJECTS, "{\"accuracyAttestedBy\":\"NUL\"}")
            .replace("NUL", "\\u0000")
            .getBytes(StandardCharsets.UTF_8));
    lines.write("x".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8));
    lines.write('\n');
    lines.write(
        registration(key(), key() + "@example.kz").strip().getBytes(StandardCharsets.UTF_8));
    List<JsonNode> results =
        results(
            send(request("/api/v1/import")
                    .header("Authorization", "Bearer " + token("ledger.command"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(lines.toByteArray())))
                .body());
    assertThat(results)
        .extracting(result -> result.at("/answer/code").asString(""))
        .containsExactly("", "INVALID_TEXT", "INVALID_TEXT", "LINE_TOO_LONG", "");
  }

  @Test
  void nothing_but_lines_is_nothing_to_do() {
    assertThat(importAll("")).isEmpty();
    assertThat(importAll("\n \r\n\n")).isEmpty();
  }

  @Test
  void an_import_that_breaks_off_ends_with_a_line_that_says_so() throws IOException {
    int sent = 400;
    StringBuilder lines = new StringBuilder();
    String file = key();
    for (int i = 0; i < sent; i++) {
      lines.append(registration(file + i, file + i + "@example.kz"));
    }
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /api/v1/import HTTP/1.0\r\nHost: localhost\r\n"
              + "Content-Type: application/x-ndjson\r\nContent-Length: 100000000\r\n"
              + "Authorization: Bearer "
              + token("ledger.command")
              + "\r\n\r\n";
      out.write((head + lines + "{\"idempotencyKey\":\"half").getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      List<String> answered =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("{"))
              .toList();
      assertThat(answered.getLast()).contains("\"code\":\"BODY_UNREADABLE\"");
      assertThat(answered).filteredOn(line -> line.contains("\"status\":201")).hasSize(sent);
    }
    assertThat(importAll(lines.toString())).allMatch(result -> result.get("replayed").asBoolean());
  }

  /** The result of a line between two that are right. */
  private JsonNode amongOthers(String line) {
    List<JsonNode> results =
        importAll(
            registration(key(), key() + "@example.kz")
                + line
                + "\n"
                + registration(key(), key() + "@example.kz"));
    assertThat(results).hasSize(3);
    assertThat(results.getFirst().get("status").asInt()).isEqualTo(201);
    assertThat(results.getLast().get("status").asInt()).isEqualTo(201);
    return results.get(1);
  }
}
