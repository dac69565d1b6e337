package org.consentledger.api.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.console.account.UserNames;
import org.consentledger.api.console.account.Users;
import org.consentledger.api.testing.Answer;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.api.testing.WebhookReceiver;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Known personal data goes through every endpoint, good and bad; then it is looked for everywhere.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "ledger.webhooks.allow-private-addresses=true")
class PersonalDataStaysInTheVaultTest extends RunningLedger {

  private static final String EMAIL = "gulnur.sarsenova@example.kz";
  private static final String PHONE = "+77017654321";
  private static final String IIN = "850712400987";
  private static final String NAME = "Гүлнұр Сәрсенова-Жақсылықова";
  private static final List<String> KNOWN =
      List.of(EMAIL, PHONE, "7017654321", IIN, NAME, "Гүлнұр");

  @Autowired private JdbcClient database;
  @Autowired private Users users;

  private final List<Answer> errors = new ArrayList<>();
  private final List<Answer> imports = new ArrayList<>();

  @Test
  void promise_6_personal_data_stands_nowhere_but_in_the_vault(CapturedOutput output) {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String subject =
        LedgerClient.requireSuccess(
                ledger.post(
                    "/api/v1/subjects",
                    """
                    {"identifiers":{"email":"%s","phone":"%s","fullName":"%s","iin":"%s"},
                     "personalData":{"QUESTIONNAIRE":{"friend":"%s","mail":"%s"}},
                     "purposeId":"letters","accuracyAttestedBy":"%s"}
                    """
                        .formatted(EMAIL, PHONE, NAME, IIN, NAME, EMAIL, NAME),
                    EMAIL))
            .subjectId();
    assertThat(
            ledger
                .giveConsent(
                    subject,
                    "letters",
                    "1.0",
                    ",\"evidence\":{\"signedBy\":\"" + NAME + "\",\"iin\":\"" + IIN + "\"}")
                .status())
        .isEqualTo(201);
    LedgerClient.requireSuccess(
        ledger.post(
            "/api/v1/subjects/" + subject + "/rectification",
            "{\"personalData\":{\"FULL_NAME\":{\"value\":\"" + NAME + "\"}}}"));
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/operator",
            "{\"name\":\"%s\",\"bin\":\"990140001234\",\"responsiblePerson\":\"%s\",\"email\":\"%s\"}"
                .formatted(NAME, NAME, EMAIL)));
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/policies/named",
            "{\"effectiveFrom\":\"2020-01-01T00:00:00Z\",\"texts\":{\"ru\":\"%s %s\"}}"
                .formatted(NAME, PHONE)));
    assertThat(users.add(new UserNames(EMAIL, NAME), Set.of(Role.OFFICER), "tests")).isPresent();
    KNOWN.forEach(this::tryToSignIn);
    putIntoRegisters(ledger);
    tellOfADestruction(ledger);
    writeRequests(ledger, subject);
    assertThat(ledger.post("/api/v1/subjects/lookup", "{\"email\":\"" + EMAIL + "\"}").subjectId())
        .isEqualTo(subject);
    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").text())
        .contains(EMAIL, NAME, IIN);
    for (String known : KNOWN) {
      sendEverywhere(ledger, subject, known);
    }

    assertThat(errors).allMatch(error -> error.status() >= 400 && error.status() < 500);
    for (String known : KNOWN) {
      for (Answer error : errors) {
        assertThat(error.text()).doesNotContain(known);
      }
      for (Answer answer : imports) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"status\":4").doesNotContain("\"status\":2", known);
      }
      assertThat(output.getAll()).doesNotContain(known);
      assertThat(dump("information_schema.tables.table_schema <> 'vault'"))
          .isNotEmpty()
          .noneMatch(row -> row.contains(known));
      assertThat(dump("information_schema.tables.table_schema = 'vault'"))
          .isNotEmpty()
          .noneMatch(row -> row.contains(known));
    }
  }

  @Test
  void promise_6_services_are_told_of_events_without_personal_data(CapturedOutput output) {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      receiver.does(
          (message, exchange) ->
              WebhookReceiver.reply(
                  exchange, message.type().equals("consent.withdrawn") ? 500 : 204));
      // Even the address names somebody.
      String address = receiver.url() + "/" + EMAIL + "?of=" + IIN;
      String body = "{\"url\":\"%s\",\"after\":0,\"active\":%s}";
      LedgerClient.requireSuccess(
          ledger.put("/api/v1/webhooks/named", body.formatted(address, "true")));
      String subject =
          LedgerClient.requireSuccess(
                  ledger.post(
                      "/api/v1/subjects",
                      """
                      {"identifiers":{"email":"told.%s","fullName":"%s"},"purposeId":"letters",
                       "personalData":{"QUESTIONNAIRE":{"of":"%s %s"}},"accuracyAttestedBy":"%s"}
                      """
                          .formatted(EMAIL, NAME, IIN, PHONE, NAME)))
              .subjectId();
      ledger.giveConsent(
          subject, "letters", "1.0", ",\"evidence\":{\"signedBy\":\"" + NAME + "\"}");
      LedgerClient.requireSuccess(
          ledger.put("/api/v1/operator", "{\"name\":\"%s\",\"bin\":\"%s\"}".formatted(NAME, IIN)));
      putIntoRegisters(ledger);
      long last =
          LedgerClient.requireSuccess(
                  ledger.giveConsent(subject, "letters", "1.0", ",\"categories\":[\"EMAIL\"]"))
              .json()
              .get("position")
              .asLong();
      receiver.await(1, message -> message.body().contains("\"position\":" + last + ","));
      ledger.withdraw(subject, "letters");
      receiver.await(2, message -> message.type().equals("consent.withdrawn"));
      ledger.put("/api/v1/webhooks/named", body.formatted(address, "false"));

      String fed =
          ledger.get("/api/v1/events/feed?after=0&follow=false", "text/event-stream").text();
      assertThat(fed).contains("consent.withdrawn");
      for (String known : KNOWN) {
        assertThat(fed).doesNotContain(known);
        assertThat(receiver.received())
            .noneMatch(message -> message.body().contains(known))
            .noneMatch(message -> message.headers().toString().contains(known));
        assertThat(output.getAll()).doesNotContain(known);
        assertThat(dump("true")).noneMatch(row -> row.contains(known));
      }
      for (String wrong : List.of("not an address ", "http://example.kz/", "https://10.0.0.1:x/")) {
        for (String known : KNOWN) {
          String text = LedgerClient.quoted(wrong + known);
          Answer refused = ledger.put("/api/v1/webhooks/named", "{\"url\":" + text + "}");
          assertThat(refused.status()).as(wrong).isBetween(400, 499);
          assertThat(refused.text()).doesNotContain(known);
          Answer type =
              ledger.put(
                  "/api/v1/webhooks/named",
                  "{\"url\":\"https://crm.example/\",\"types\":[" + text + "]}");
          assertThat(type.status()).isEqualTo(422);
          assertThat(type.text()).doesNotContain(known);
        }
      }
      assertThat(output.getAll()).doesNotContain(KNOWN);
    }
  }

  @Test
  void promise_6_what_the_server_can_not_read_is_not_printed(CapturedOutput output)
      throws IOException {
    for (String ugly :
        List.of(
            "GET /subjects/" + EMAIL + NAME + " HTTP/1.1\r\nHost: localhost\r\n",
            "GET /x HTTP/1.1\r\nHost: localhost\r\nCookie: a=\""
                + EMAIL
                + "\u0001"
                + PHONE
                + "\r\n",
            "GET /x?a=%zz" + IIN + "&" + EMAIL + "=%z HTTP/1.1\r\nHost: localhost\r\n",
            "GET /x HTTP/1.1\r\nHost: localhost\r\n" + EMAIL + " header: " + IIN + "\r\n",
            "GET /x HTTP/1.1\r\nHost: " + EMAIL + "_{\r\n",
            "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + "application/x-www-form-urlencoded\r\nContent-Length: 34\r\n\r\na=%zz"
                + EMAIL
                + "xx")) {
      try (Socket socket = new Socket("localhost", port)) {
        socket.setSoTimeout(20_000);
        socket
            .getOutputStream()
            .write((ugly + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
      }
    }
    assertThat(output.getAll()).doesNotContain(KNOWN);
  }

  @Test
  void a_command_about_nobody_leaves_no_trace_in_the_output(CapturedOutput output) {
    LedgerClient ledger = ledgerClient();
    assertThat(ledger.withdraw(UUID.randomUUID().toString(), "letters").status()).isEqualTo(404);
    assertThat(output.getAll()).doesNotContain("\tat ");
  }

  @Test
  void no_policy_is_named_as_the_one_in_force_is_asked_for() {
    LedgerClient ledger = ledgerClient();
    assertThat(
            ledger
                .put(
                    "/api/v1/policies/current",
                    "{\"effectiveFrom\":\"2020-01-01T00:00:00Z\",\"texts\":{\"ru\":\"a\"}}")
                .status())
        .isEqualTo(400);
  }

  /** Whoever works with the ledger, and whatever is typed in as a name, is personal data, too. */
  private void tryToSignIn(String name) {
    HttpResponse<String> form = send(request("/console/sign-in"));
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
    assertThat(token.find()).isTrue();
    HttpResponse<String> answer =
        send(
            request("/console/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", token.group(1))
                .header("Cookie", form.headers().firstValue("Set-Cookie").orElseThrow())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "password=x&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))));
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  /** Letters, and what is written back. */
  private static void writeRequests(LedgerClient ledger, String subject) {
    String all = NAME + " " + EMAIL + " " + PHONE + " " + IIN;
    for (String whose : List.of("", ",\"subjectId\":\"" + subject + "\"")) {
      String request =
          LedgerClient.requireSuccess(
                  ledger.post(
                      "/api/v1/requests",
                      """
                      {"type":"QUESTION","channel":"EMAIL","text":"%s","contact":"%s",
                       "representative":{"fullName":"%s","authority":"%s"}%s}
                      """
                          .formatted(all, EMAIL, NAME, all, whose)))
              .json()
              .get("requestId")
              .asString();
      String path = "/api/v1/requests/" + request + "/";
      String evidence = "{\"evidence\":\"" + all + "\"}";
      LedgerClient.requireSuccess(ledger.post(path + "identity-verification", evidence));
      LedgerClient.requireSuccess(ledger.post(path + "authority-check", evidence));
      LedgerClient.requireSuccess(
          ledger.post(path + "extension", "{\"days\":1,\"explanation\":\"" + all + "\"}"));
      LedgerClient.requireSuccess(ledger.post(path + "answer", "{\"text\":\"" + all + "\"}"));
      assertThat(ledger.get(path + "text").text()).contains(KNOWN);
    }
  }

  /** Registers name people, too. */
  private static void putIntoRegisters(LedgerClient ledger) {
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/recipients/named",
            """
            {"name":"%s","bin":"%s","country":"DE","kind":"THIRD_PARTY","contact":"%s",
             "contract":{"number":"%s","date":"2026-01-01"}}
            """
                .formatted(NAME, IIN, EMAIL, PHONE)));
    for (String step : List.of("assurance", "notice")) {
      LedgerClient.requireSuccess(
          ledger.post(
              "/api/v1/recipients/named/cross-border/" + step,
              "{\"reference\":\"%s %s\",\"date\":\"2026-01-01\"}".formatted(NAME, IIN)));
    }
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/undertakings/named",
            "{\"person\":\"%s %s\",\"signedAt\":\"2026-01-01T00:00:00Z\"}".formatted(NAME, IIN)));
    LedgerClient.requireSuccess(
        ledger.put(
            "/api/v1/measures/named",
            "{\"kind\":\"TECHNICAL\",\"description\":\"%s\",\"from\":\"2026-01-01T00:00:00Z\"}"
                .formatted(NAME)));
  }

  /** Whose key is gone: evidence is sealed with the operator's own. */
  private void tellOfADestruction(LedgerClient ledger) {
    String subject = ledger.register("letters", UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(
        ledger.process(
            subject, "letters", "TRANSFER", ",\"recipientId\":\"named\",\"report\":true"));
    String disposal =
        LedgerClient.requireSuccess(
                ledger.command(subject, "destruction", "{\"ground\":\"REQUEST\"}"))
            .json()
            .get("disposalId")
            .asString();
    for (String step : List.of("notice", "confirmation")) {
      String path = "disposals/" + disposal + "/recipients/named/" + step;
      errors.add(ledger.command(subject, path, "{\"channel\":" + LedgerClient.quoted(NAME) + "}"));
      LedgerClient.requireSuccess(
          ledger.command(
              subject, path, "{\"channel\":\"LETTER\",\"evidence\":\"" + NAME + " " + IIN + "\"}"));
    }
  }

  /** Into every place where a caller may put text; all of it is wrong there. */
  private void sendEverywhere(LedgerClient ledger, String subject, String known) {
    String text = LedgerClient.quoted(known);
    String consents = "/api/v1/subjects/" + subject + "/consents";
    String path = URLEncoder.encode(known, StandardCharsets.UTF_8);
    for (String member :
        List.of(
            "purposeId",
            "policyVersion",
            "language",
            "noticeHash",
            "channel",
            "effectiveAt",
            "expiresAt",
            "categories",
            "conditions",
            "nonsense")) {
      errors.add(
          ledger.post(
              consents,
              "{\"purposeId\":\"letters\",\"policyVersion\":\"1.0\",\"language\":\"kk\","
                  .concat("\"channel\":\"WEB\",\"givenBy\":{\"role\":\"SUBJECT\"},\"")
                  .replace("\"" + member + "\":", "\"replaced\":")
                  .concat(member + "\":" + text + "}")));
    }
    errors.add(ledger.process(subject, "letters", "USE", ",\"country\":" + text));
    errors.add(ledger.process(subject, "letters", "USE", ",\"recipientId\":" + text));
    errors.add(ledger.process(subject, "letters", "USE", ",\"categories\":[" + text + "]"));
    errors.add(ledger.process(subject, "letters", "USE", ",\"channel\":" + text));
    errors.add(ledger.post(consents, text));
    errors.add(ledger.post(consents, known));
    errors.add(ledger.post("/api/v1/subjects", "{\"identifiers\":{\"email\":" + text + "x y\"}}"));
    errors.add(
        ledger.post(
            "/api/v1/subjects", "{\"identifiers\":{\"iin\":" + text + ",\"phone\":\"x\"}}"));
    errors.add(ledger.post("/api/v1/subjects", "{\"personalData\":{" + text + ":{}}}"));
    errors.add(ledger.post("/api/v1/subjects", "{\"source\":" + text + "}"));
    errors.add(ledger.post("/api/v1/decisions", "{\"subjectId\":" + text + "}"));
    errors.add(ledger.decide(subject, "letters", "USE", ",\"country\":" + text));
    errors.add(ledger.put("/api/v1/recipients/" + path, "{}"));
    errors.add(ledger.put("/api/v1/recipients/named", "{\"country\":" + text + "}"));
    errors.add(ledger.put("/api/v1/recipients/named", "{\"kind\":" + text + "}"));
    errors.add(ledger.put("/api/v1/legal-grounds/" + path, "{\"allowed\":true}"));
    errors.add(ledger.put("/api/v1/measures/" + path, "{}"));
    errors.add(ledger.put("/api/v1/categories/HEALTH", "{\"title\":{" + text + ":\"a\"}}"));
    errors.add(ledger.put("/api/v1/purposes/" + path, "{}"));
    errors.add(ledger.put("/api/v1/policies/" + path, "{\"effectiveFrom\":" + text + "}"));
    errors.add(ledger.get("/api/v1/subjects/" + path));
    errors.add(ledger.get("/api/v1/" + path));
    errors.add(ledger.get("/api/v1/events?from=" + path));
    errors.add(ledger.get("/api/v1/events?after=" + path));
    errors.add(ledger.get("/api/v1/events?purposeId=" + path + "%40"));
    errors.add(ledger.postIfMatch(consents + "/letters/withdrawal", "{}", "x" + path));
    errors.add(ledger.post("/api/v1/projections/" + path + "/rebuild", "{}"));
    errors.add(ledger.post("/api/v1/requests", "{\"type\":" + text + "}"));
    errors.add(ledger.post("/api/v1/requests", "{\"subjectId\":" + text + "}"));
    errors.add(ledger.post("/api/v1/requests/" + path + "/answer", "{}"));
    errors.add(ledger.get("/api/v1/requests?due=" + path));
    errors.add(ledger.get("/api/v1/requests?after=" + path));
    errors.add(ledger.post("/api/v1/import", text));
    imports.add(importWrongLines(ledger, known));
  }

  private static Answer importWrongLines(LedgerClient ledger, String known) {
    String text = LedgerClient.quoted(known);
    String line = "{\"idempotencyKey\":\"k\",\"path\":\"/api/v1/subjects\",\"body\":%s}\n";
    return ledger.postLines(
        "/api/v1/import",
        known
            + "\n"
            + text
            + "\n{"
            + text
            + ":1}\n"
            + "{\"idempotencyKey\":\"k\",\"path\":"
            + text
            + "}\n"
            + line.formatted(text)
            + line.formatted("{\"source\":" + text + "}")
            + line.formatted("{" + text + ":1}")
            + line.formatted("{\"personalData\":{" + text + ":{}}}"));
  }

  private List<String> dump(String condition) {
    List<String> tables =
        database
            .sql(
                "select table_schema || '.' || table_name from information_schema.tables where "
                    + "table_schema not in ('pg_catalog', 'information_schema') and "
                    + condition)
            .query(String.class)
            .list();
    List<String> rows = new ArrayList<>();
    for (String table : tables) {
      rows.addAll(
          database
              .sql(
                  "select t::text || convert_from(convert_to(t::text, 'UTF8'), 'UTF8') from "
                      + table
                      + " t")
              .query(String.class)
              .list());
    }
    return rows;
  }

  @Test
  void promise_6_what_is_destroyed_can_be_read_and_found_by_nobody() {
    LedgerClient ledger = ledgerClient();
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose("letters", "1.0");
    String email = UUID.randomUUID() + "@example.kz";
    String subject = ledger.register("letters", email);

    assertThat(
            ledger
                .post("/api/v1/subjects/" + subject + "/destruction", "{\"ground\":\"REQUEST\"}")
                .status())
        .isEqualTo(202);

    assertThat(ledger.get("/api/v1/subjects/" + subject + "/personal-data").code())
        .isEqualTo("SUBJECT_DESTROYED");
    assertThat(ledger.post("/api/v1/subjects/lookup", "{\"email\":\"" + email + "\"}").status())
        .isEqualTo(404);
    for (String table : List.of("personal_data", "document", "blind_index")) {
      assertThat(
              database
                  .sql("select count(*) from vault." + table + " where subject_id = :s::uuid")
                  .param("s", subject)
                  .query(Long.class)
                  .single())
          .isZero();
    }
    assertThat(ledger.register("letters", email)).isNotEqualTo(subject);
  }
}
