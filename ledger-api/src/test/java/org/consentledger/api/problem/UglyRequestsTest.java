package org.consentledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.api.RunningLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent, the answer is a problem with a code, and nothing of what was sent comes back.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "server.tomcat.connection-timeout=2s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UglyRequestsTest extends RunningLedger {
  private static final String MARKER = "Zx9mArKeR";
  private static final String ALL =
      "ledger.command ledger.decide ledger.query ledger.personal-data ledger.audit ledger.admin";

  private String token = "";

  @BeforeAll
  void token() {
    token = token(ALL);
  }

  static Stream<Arguments> bodies() {
    String deep = "[".repeat(60) + "]".repeat(60);
    return Stream.of(
        Arguments.of("{\"text\":\"" + MARKER, 400, "MALFORMED_JSON", null),
        Arguments.of(MARKER, 400, "MALFORMED_JSON", ""),
        Arguments.of("", 400, "BODY_UNREADABLE", null),
        Arguments.of("null", 400, "BODY_UNREADABLE", null),
        Arguments.of("[]", 400, "WRONG_TYPE", ""),
        Arguments.of(body("\"text\":\"a\"}  {\"" + MARKER + "\":1"), 400, "WRONG_TYPE", null),
        Arguments.of(body("\"" + MARKER + "\":1"), 400, "UNKNOWN_FIELD", ""),
        Arguments.of(body("\"inner\":{\"" + MARKER + "\":1}"), 400, "UNKNOWN_FIELD", "/inner"),
        Arguments.of(
            body("\"list\":[{\"name\":\"a\"},{\"" + MARKER + "\":1}]"),
            400,
            "UNKNOWN_FIELD",
            "/list/1"),
        Arguments.of(
            body("\"map\":{\"" + MARKER + "\":{\"nope\":1}}"), 400, "UNKNOWN_FIELD", "/map"),
        Arguments.of(
            body("\"text\":\"" + MARKER + "\",\"text\":\"b\""), 400, "DUPLICATE_FIELD", null),
        Arguments.of(
            body("\"free\":{\"" + MARKER + "\":1,\"" + MARKER + "\":2}"),
            400,
            "DUPLICATE_FIELD",
            null),
        Arguments.of(
            body("\"tree\":{\"" + MARKER + "\":1,\"" + MARKER + "\":2}"),
            400,
            "DUPLICATE_FIELD",
            null),
        Arguments.of(body("\"text\":12345"), 400, "WRONG_TYPE", "/text"),
        Arguments.of(body("\"text\":true"), 400, "WRONG_TYPE", "/text"),
        Arguments.of(body("\"number\":\"7\""), 400, "WRONG_TYPE", "/number"),
        Arguments.of(body("\"number\":\"" + MARKER + "\""), 400, "WRONG_TYPE", "/number"),
        Arguments.of(body("\"number\":\"\""), 400, "WRONG_TYPE", "/number"),
        Arguments.of(body("\"number\":1.5"), 400, "WRONG_TYPE", "/number"),
        Arguments.of(body("\"number\":null"), 400, "WRONG_TYPE", "/number"),
        Arguments.of(body("\"number\":99999999999"), 400, null, "/number"),
        Arguments.of(body("\"optional\":1e3"), 400, "WRONG_TYPE", "/optional"),
        Arguments.of(body("\"optional\":\"\""), 400, "WRONG_TYPE", "/optional"),
        Arguments.of(body("\"flag\":\"true\""), 400, "WRONG_TYPE", "/flag"),
        Arguments.of(body("\"flag\":1"), 400, "WRONG_TYPE", "/flag"),
        Arguments.of(body("\"flag\":\" \""), 400, "WRONG_TYPE", "/flag"),
        Arguments.of(body("\"decimal\":\"1.5\""), 400, "WRONG_TYPE", "/decimal"),
        Arguments.of(body("\"decimal\":NaN"), 400, "MALFORMED_JSON", null),
        Arguments.of(body("\"decimal\":1e999"), 400, "NUMBER_OUT_OF_RANGE", "/decimal"),
        Arguments.of(body("\"free\":{\"a\":1e999}"), 400, "NUMBER_OUT_OF_RANGE", "/free"),
        Arguments.of(body("\"decimal\":1" + "0".repeat(101)), 400, "TOO_LARGE", null),
        Arguments.of(body("\"at\":\"" + MARKER + "\""), 400, "INVALID_VALUE", "/at"),
        Arguments.of(body("\"at\":1700000000"), 400, "WRONG_TYPE", "/at"),
        Arguments.of(body("\"at\":\"2026-02-30T00:00:00Z\""), 400, "INVALID_VALUE", "/at"),
        Arguments.of(body("\"at\":\"2026-02-03T00:00:00\""), 400, "INVALID_VALUE", "/at"),
        Arguments.of(body("\"at\":\"+29999-01-01T00:00:00Z\""), 400, "INVALID_VALUE", "/at"),
        Arguments.of(body("\"day\":[2026,1,1]"), 400, "WRONG_TYPE", "/day"),
        Arguments.of(body("\"day\":\"2026-01-01T00:00:00Z\""), 400, "INVALID_VALUE", "/day"),
        Arguments.of(body("\"term\":5"), 400, "WRONG_TYPE", "/term"),
        Arguments.of(body("\"term\":\"" + MARKER + "\""), 400, "INVALID_VALUE", "/term"),
        Arguments.of(body("\"id\":\"" + MARKER + "\""), 400, "INVALID_VALUE", "/id"),
        Arguments.of(
            body("\"inner\":{\"name\":\"a\",\"color\":\"" + MARKER + "\"}"),
            400,
            "UNKNOWN_VALUE",
            "/inner/color"),
        Arguments.of(
            body("\"inner\":{\"name\":\"a\",\"color\":\"red\"}"),
            400,
            "UNKNOWN_VALUE",
            "/inner/color"),
        Arguments.of(body("\"inner\":{\"name\":\"a\",\"color\":0}"), 400, null, "/inner/color"),
        Arguments.of(body("\"inner\":{\"name\":\"a\",\"color\":\"\"}"), 400, null, "/inner/color"),
        Arguments.of(body("\"text\":\"" + MARKER + "\\u0000\""), 400, "INVALID_TEXT", "/text"),
        Arguments.of(body("\"text\":\"" + MARKER + "\\ud800\""), 400, "INVALID_TEXT", "/text"),
        Arguments.of(body("\"text\":\"\\udc00\\ud800\""), 400, "INVALID_TEXT", "/text"),
        Arguments.of(
            body("\"free\":{\"" + MARKER + "\":[{\"b\":\"\\u0000\"}]}"),
            400,
            "INVALID_TEXT",
            "/free"),
        Arguments.of(body("\"free\":{\"" + MARKER + "\\u0000\":1}"), 400, "INVALID_TEXT", null),
        Arguments.of(
            body("\"tree\":{\"" + MARKER + "\":[{\"b\":\"\\ud800\"}]}"),
            400,
            "INVALID_TEXT",
            "/tree"),
        Arguments.of(
            body("\"map\":{\"" + MARKER + "\\u0000\":{\"name\":\"a\"}}"),
            400,
            "INVALID_TEXT",
            null),
        Arguments.of(body("\"nope\":{\"a\":\"\\u0000\"}"), 400, null, null),
        Arguments.of(body("\"tree\":" + deep), 400, "TOO_LARGE", null),
        Arguments.of(
            body("\"text\":\"" + "a".repeat(256 * 1024 + 1) + "\""), 400, "TOO_LARGE", null),
        Arguments.of("{\"text\":1}".getBytes(StandardCharsets.UTF_16), 400, null, null),
        Arguments.of(raw("{\"text\":\"", 0xC3, "\"}"), 400, null, null),
        Arguments.of(raw("{\"text\":\"", 0xFF, "\"}"), 400, null, null),
        Arguments.of(body("\"number\":11"), 422, "INVALID_INPUT", "/number"),
        Arguments.of(body("\"inner\":{}"), 422, "INVALID_INPUT", "/inner/name"),
        Arguments.of(
            body("\"inner\":{\"name\":\"" + MARKER + "\"}"), 422, "INVALID_INPUT", "/inner/name"),
        Arguments.of(
            body("\"list\":[{\"name\":\"a\"},{\"name\":\"" + MARKER + "\"}]"),
            422,
            "INVALID_INPUT",
            "/list/1/name"),
        Arguments.of(
            body("\"map\":{\"" + MARKER + "\":{\"name\":\"" + MARKER + "\"}}"),
            422,
            "INVALID_INPUT",
            "/map"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_that_can_not_be_taken_is_refused(
      Object body, int status, String code, String pointer) {
    byte[] bytes =
        body instanceof byte[] raw ? raw : ((String) body).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer = post(bytes, "application/json");
    JsonNode problem = assertProblem(answer, status, code);
    if (pointer != null) {
      assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }
  }

  @Test
  void a_body_that_is_in_order_comes_through_as_it_was() {
    String sent =
        body(
            "\"text\":\"\\ud83d\\ude00"
                + " Әлия\",\"at\":\"2026-01-02T05:00:00.1234567+05:00\",\"term\":\"P30D\"");
    HttpResponse<String> answer = post(sent.getBytes(StandardCharsets.UTF_8), "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"text\":\"😀 Әлия\",\"number\":1,\"flag\":true,\"decimal\":1.0,"
                + "\"at\":\"2026-01-02T00:00:00.123456Z\",\"term\":\"PT720H\"}");
  }

  static Stream<Arguments> requests() {
    String good = "/api/v1/ugly/7b0a1e4e-0000-0000-0000-000000000000?limit=1";
    return Stream.of(
        Arguments.of("GET", "/api/v1/" + MARKER, "X-Needed: RED", 404, "NOT_FOUND"),
        Arguments.of(
            "GET",
            "/api/v1/ugly/" + MARKER + "?limit=1",
            "X-Needed: RED",
            400,
            "INVALID_PARAMETER"),
        Arguments.of("GET", good + MARKER, "X-Needed: RED", 400, "INVALID_PARAMETER"),
        Arguments.of("GET", good + "1", "X-Needed: RED", 422, "INVALID_INPUT"),
        Arguments.of(
            "GET", good.replace("limit", MARKER), "X-Needed: RED", 400, "MISSING_PARAMETER"),
        Arguments.of("GET", good, "X-Other: " + MARKER, 400, "MISSING_PARAMETER"),
        Arguments.of("GET", good, "X-Needed: " + MARKER, 400, "INVALID_PARAMETER"),
        Arguments.of("GET", good, "X-Needed: RED\r\nAccept: text/" + MARKER, 406, "NOT_ACCEPTABLE"),
        Arguments.of("GET", good, "X-Needed: RED\r\nAccept: " + MARKER, 406, "NOT_ACCEPTABLE"),
        Arguments.of("DELETE", good, "X-Needed: RED", 405, "METHOD_NOT_ALLOWED"),
        Arguments.of(
            "POST", "/api/v1/ugly", "Content-Type: text/" + MARKER, 415, "UNSUPPORTED_MEDIA_TYPE"),
        Arguments.of(
            "POST", "/api/v1/ugly", "Content-Type: " + MARKER, 415, "UNSUPPORTED_MEDIA_TYPE"),
        Arguments.of("POST", "/api/v1/ugly", "Content-Type: */*", 415, "UNSUPPORTED_MEDIA_TYPE"),
        Arguments.of(
            "POST", "/api/v1/ugly", "Content-Type: application/*", 415, "UNSUPPORTED_MEDIA_TYPE"),
        Arguments.of(
            "GET", good.replaceFirst("7b0a.*0000", "1-1-1-1-1"), "X-Needed: RED", 400, null),
        Arguments.of(
            "GET",
            "/api/v1/subjects/" + "%EF%BC%91".repeat(8) + "-1111-1111-1111-111111111111",
            "X-Needed: RED",
            400,
            "INVALID_PARAMETER"),
        Arguments.of("GET", "/api/v1/ugly", "Transfer-Encoding: " + MARKER, 501, "NOT_IMPLEMENTED"),
        Arguments.of(
            "POST",
            "/api/v1/ugly",
            "Content-Type: application/json; charset=" + MARKER,
            415,
            "UNSUPPORTED_MEDIA_TYPE"),
        Arguments.of("GET", "/api/v1/ugly//" + MARKER, "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/ugly;" + MARKER + "=1/x", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/%2e%2e/" + MARKER, "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER + "%00", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER + "%zz", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER + "%ff", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER + "{<>}", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER + "?a=%zz", "X-Needed: RED", 404, null),
        Arguments.of("GET", good + "&a=" + MARKER + "%zz", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("GET", good, "X-Needed: " + MARKER + "\u0007", 400, null),
        Arguments.of("GET", good, "X-Needed: " + MARKER + "\u00e9", 400, null),
        Arguments.of("GET", "/api/v1/" + MARKER, "Bad\u0001Header: " + MARKER, 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER, "Bad Header " + MARKER, 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER, "Content-Length: " + MARKER, 400, "BAD_REQUEST"),
        Arguments.of("GET", "/api/v1/" + MARKER, "Transfer-Encoding: " + MARKER, null, null),
        Arguments.of(
            "GET", "/api/v1/" + MARKER, "X-Long: " + "a".repeat(20_000), 400, "BAD_REQUEST"),
        Arguments.of("G<" + MARKER, "/api/v1/x", "X-Needed: RED", 400, "BAD_REQUEST"),
        Arguments.of("TRACE", "/api/v1/" + MARKER, "X-Needed: RED", null, null),
        Arguments.of("GET", "/api/v1/" + "a".repeat(20_000), "X-Needed: RED", null, null),
        Arguments.of(
            "GET",
            "/api/v1/ugly/failing/away:" + MARKER,
            "X-Needed: RED",
            503,
            "DATABASE_UNAVAILABLE"),
        Arguments.of(
            "GET",
            "/api/v1/ugly/failing/stopping:" + MARKER,
            "X-Needed: RED",
            503,
            "DATABASE_UNAVAILABLE"),
        Arguments.of(
            "GET",
            "/api/v1/ugly/failing/constraint:" + MARKER,
            "X-Needed: RED",
            500,
            "INTERNAL_ERROR"),
        Arguments.of(
            "GET", "/api/v1/ugly/failing/" + MARKER, "X-Needed: RED", 500, "INTERNAL_ERROR"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_request_that_can_not_be_taken_is_refused(
      String method, String path, String header, Integer status, String code) throws IOException {
    String request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\n"
            + header
            + "\r\n"
            + (method.equals("POST") ? "Content-Length: 2\r\n\r\n{}" : "\r\n");
    String answer = sendRaw(request.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer)
        .startsWith("HTTP/1.1 ")
        .doesNotContain(MARKER, "<html", "Exception", "\tat ");
    if (status != null) {
      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
    assertThat(answer.split(" ", -1)[1]).isNotEqualTo("200");
    if (code != null) {
      assertThat(answer).contains("application/problem+json").contains("\"code\":\"" + code + "\"");
    }
    if (Integer.valueOf(503).equals(status)) {
      assertThat(answer).contains("Retry-After: ");
    }
    if (Integer.valueOf(405).equals(status)) {
      assertThat(answer).contains("Allow: GET");
    }
  }

  @Test
  void a_body_that_is_cut_or_late_or_wrongly_chunked_is_the_fault_of_the_client(
      CapturedOutput output) throws IOException {
    String head =
        "POST /api/v1/ugly HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\n";
    String chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    for (String cut :
        List.of(
            head + "Content-Length: 100\r\n\r\n{\"text\":",
            chunked + "5\r\n{\"te",
            chunked + "zz\r\n" + MARKER)) {
      try (Socket socket = new Socket("localhost", port)) {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(cut.getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 400")
            .contains("\"code\":\"BODY_UNREADABLE\"");
      }
    }
    String late = head + "Content-Length: 100\r\n\r\n{\"text\":";
    assertThat(sendRaw(late.getBytes(StandardCharsets.UTF_8)))
        .startsWith("HTTP/1.1 408")
        .contains("\"code\":\"REQUEST_TIMEOUT\"");
    assertThat(output.getAll()).doesNotContain("ERROR");
  }

  @Test
  void a_request_line_that_is_none_is_refused() throws IOException {
    for (String line :
        new String[] {MARKER, "GET", "GET /x HTTP/9.9", "\u0016\u0003\u0001" + MARKER}) {
      String answer = sendRaw((line + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      assertThat(answer).doesNotContain(MARKER, "<html", "Exception");
    }
  }

  @ParameterizedTest
  @CsvSource({",must not be null", "ru,не должно равняться null", "fr,must not be null"})
  void a_program_is_told_in_english_what_is_wrong_unless_it_asks_for_another_language(
      @Nullable String language, String detail) {
    HttpRequest.Builder request =
        request("/api/v1/breaches")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    if (language != null) {
      request.header("Accept-Language", language);
    }

    assertThat(send(request).body()).contains(detail);
  }

  @Test
  void a_body_above_the_limit_gets_a_clean_413() throws Exception {
    for (int size : new int[] {1024 * 1024 + 1, 10 * 1024 * 1024}) {
      byte[] large = ("{\"text\":\"" + "a".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8);
      assertProblem(post(large, "application/json"), 413, "BODY_TOO_LARGE");
      HttpResponse<String> chunked =
          send(
              request("/api/v1/ugly")
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofInputStream(() -> spaces(size))));
      assertProblem(chunked, 413, "BODY_TOO_LARGE");
      HttpResponse<String> form =
          send(
              request("/oauth2/token")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofInputStream(() -> spaces(size))));
      assertThat(form.statusCode()).as(form.body()).isBetween(400, 413);
      HttpResponse<String> unauthenticated =
          send(request("/api/v1/ugly").POST(BodyPublishers.ofByteArray(large)));
      assertProblem(unauthenticated, 413, "BODY_TOO_LARGE");
    }
  }

  private static InputStream spaces(int size) {
    return new ByteArrayInputStream(" ".repeat(size).getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(byte[] body, String type) {
    return send(
        request("/api/v1/ugly")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private String sendRaw(byte[] request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private JsonNode assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body() + answer.headers().map()).doesNotContain(MARKER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = read(answer);
    assertThat(problem.get("status").intValue()).isEqualTo(status);
    assertThat(problem.get("instance").stringValue()).startsWith("urn:uuid:");
    assertThat(problem.get("type").stringValue()).startsWith("urn:consent-ledger:problem:");
    if (code != null) {
      assertThat(problem.get("code").stringValue()).as(answer.body()).isEqualTo(code);
    }
    return problem;
  }

  /** The fields that can't be left out, unless named already, and then these. */
  private static String body(String fields) {
    List<String> all = new ArrayList<>();
    for (String needed : new String[] {"\"number\":1", "\"flag\":true", "\"decimal\":1"}) {
      if (!fields.contains(needed.split(":", -1)[0])) {
        all.add(needed);
      }
    }
    all.add(fields);
    return "{" + String.join(",", all) + "}";
  }

  private static byte[] raw(String before, int octet, String after) {
    byte[] bytes = (before + "?" + after).getBytes(StandardCharsets.US_ASCII);
    bytes[before.length()] = (byte) octet;
    return bytes;
  }
}
