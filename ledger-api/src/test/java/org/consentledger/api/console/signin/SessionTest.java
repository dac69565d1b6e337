package org.consentledger.api.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.zaxxer.hikari.HikariDataSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.consentledger.api.LedgerApplication;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.SerializationUtils;

/** How long somebody stays signed in, where, and what a form is worth without them. */
class SessionTest extends BrowsedLedger {

  @Autowired private JdbcClient database;
  @Autowired private DataSource source;
  @Autowired private Environment environment;

  @Test
  void whoever_did_nothing_for_half_an_hour_signs_in_anew() {
    Person person = person(Role.OFFICER);
    Page page = reader("en-GB");
    signIn(page, person);
    leave(person, Duration.ofMinutes(29));
    assertThat(page.navigate("/console/account").status()).isEqualTo(200);
    assertThat(page.title()).isEqualTo("Account");
    leave(person, Duration.ofMinutes(31));
    page.navigate("/console/account");
    assertThat(page.title()).isEqualTo("Sign in");
  }

  @Test
  void after_twelve_hours_whoever_worked_all_the_time_signs_in_anew() {
    Person person = person(Role.OFFICER);
    Page page = reader("en-GB");
    signIn(page, person);
    signedIn(person, Duration.ofHours(12).minusMinutes(1));
    page.navigate("/console/account");
    assertThat(page.title()).isEqualTo("Account");
    signedIn(person, Duration.ofHours(12).plusMinutes(1));
    page.navigate("/console/account");
    assertThat(page.title()).isEqualTo("Sign in");
    assertThat(sessionsOf(person)).isZero();
  }

  @Test
  void a_session_of_one_node_is_one_of_all_and_ends_on_all() throws SQLException {
    Page page = signedIn("en-GB", Role.OFFICER);
    try (ConfigurableApplicationContext node = anotherNode()) {
      int other = ((WebServerApplicationContext) node).getWebServer().getPort();
      // a browser sends cookies to all ports of a host
      page.navigate("http://localhost:" + other + "/console/account");
      assertThat(page.title()).isEqualTo("Account");
      page.navigate("http://localhost:" + port + "/console");
      choose(page, "Sign out");
      page.navigate("http://localhost:" + other + "/console/account");
      assertThat(page.title()).isEqualTo("Sign in");
    }
  }

  @Test
  void looking_at_the_form_leaves_nothing_in_the_database() {
    int before = sessions();
    for (int i = 0; i < 3; i++) {
      assertThat(send(request("/console/sign-in")).statusCode()).isEqualTo(200);
      assertThat(send(request("/me")).statusCode()).isEqualTo(200);
    }
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void the_token_of_a_form_that_anybody_gets_is_nothing_to_a_session() {
    Page page = signedIn("en-GB", Role.ADMINISTRATOR);
    Page another = reader("en-GB");
    another.navigate("/console/sign-in");
    String cookie =
        another.context().cookies().stream()
            .filter(it -> it.name.equals("form-token"))
            .findFirst()
            .orElseThrow()
            .value;
    String token = another.inputValue("input[name=_csrf]");
    String session =
        page.context().cookies().stream()
            .filter(it -> it.name.equals("SESSION"))
            .findFirst()
            .orElseThrow()
            .value;
    HttpResponse<String> answer =
        send(
            request("/console/account/sessions/end-others")
                .header("Cookie", "SESSION=" + session + "; form-token=" + cookie)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(names = {"OFFICER", "AUDITOR"})
  void a_file_of_whoever_may_send_none_is_refused_before_it_is_read(Role role) throws Exception {
    Page page = signedIn("en-GB", role);
    String session =
        page.context().cookies().stream()
            .filter(it -> it.name.equals("SESSION"))
            .findFirst()
            .orElseThrow()
            .value;
    String token = page.getAttribute("meta[name=csrf]", "content");
    boolean forged = role == Role.AUDITOR;
    assertThat(announced(forged ? "" : "?_csrf=" + token, "SESSION=" + session)).contains(" 403 ");
    assertThat(announced("", "")).contains(" 403 ");
  }

  @ParameterizedTest
  @CsvSource({"https, true", "http, false"})
  void behind_a_proxy_with_https_cookies_are_kept_to_it(String scheme, boolean safe) {
    HttpResponse<String> answer =
        send(request("/console/sign-in").header("X-Forwarded-Proto", scheme));
    assertThat(answer.headers().firstValue("Strict-Transport-Security").isPresent())
        .isEqualTo(safe);
    assertThat(String.join(" ", answer.headers().allValues("Set-Cookie")).contains("Secure"))
        .isEqualTo(safe);
  }

  /** Approvers decide about what others asked for, and ask for nothing (clause 8.1). */
  @ParameterizedTest
  @CsvSource({
    "GET, /console/requests/new",
    "GET, /console/breaches/new",
    "GET, /console/subjects/00000000-0000-0000-0000-000000000000/acts/consent",
    "POST, /api/v1/subjects",
    "POST, /api/v1/subjects/00000000-0000-0000-0000-000000000000/consents",
    "POST, /api/v1/subjects/00000000-0000-0000-0000-000000000000/destruction",
    "POST, /api/v1/subjects/00000000-0000-0000-0000-000000000000/holds",
    "POST, /api/v1/requests",
    "POST, /api/v1/import",
    "PUT, /api/v1/purposes/x",
  })
  void an_approver_records_nothing_of_their_own(String method, String path) {
    Page page = signedIn("en-GB", Role.APPROVER);
    String token = page.getAttribute("meta[name=csrf]", "content");
    RequestOptions options =
        RequestOptions.create()
            .setMethod(method)
            .setHeader("X-CSRF-TOKEN", token)
            .setHeader("Content-Type", "application/json");
    assertThat(page.request().fetch(path, options).status()).isEqualTo(403);
  }

  /** Announces sixty megabytes and sends none of them; what is answered all the same. */
  private String announced(String query, String cookie) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(5000);
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /console/verify%s HTTP/1.1\r
          Host: localhost\r
          Cookie: %s\r
          Content-Type: multipart/form-data; boundary=x\r
          Content-Length: 60000000\r
          \r
          """
              .formatted(query, cookie)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(40), StandardCharsets.US_ASCII);
    }
  }

  private ConfigurableApplicationContext anotherNode() throws SQLException {
    HikariDataSource pool = source.unwrap(HikariDataSource.class);
    return new SpringApplicationBuilder(LedgerApplication.class)
        .run(
            "--server.port=0",
            "--spring.flyway.enabled=false", // the first node did
            "--spring.datasource.url=" + pool.getJdbcUrl(),
            "--spring.datasource.username=" + pool.getUsername(),
            "--spring.datasource.password=" + pool.getPassword(),
            "--ledger.data-directory=" + environment.getProperty("ledger.data-directory"));
  }

  private void leave(Person person, Duration ago) {
    long used = Instant.now().minus(ago).toEpochMilli();
    database
        .sql(
            """
            update spring_session
            set last_access_time = :used, expiry_time = :used + max_inactive_interval * 1000
            where principal_name = :who
            """)
        .param("used", used)
        .param("who", person.id().actor())
        .update();
  }

  private void signedIn(Person person, Duration ago) {
    database
        .sql(
            """
            update spring_session_attributes set attribute_bytes = :value
            where attribute_name = 'console.signedInAt' and session_primary_id in
              (select primary_id from spring_session where principal_name = :who)
            """)
        .param("value", SerializationUtils.serialize(Instant.now().minus(ago).toEpochMilli()))
        .param("who", person.id().actor())
        .update();
  }

  private int sessionsOf(Person person) {
    return database
        .sql("select count(*) from spring_session where principal_name = ?")
        .param(person.id().actor())
        .query(Integer.class)
        .single();
  }

  private int sessions() {
    return database.sql("select count(*) from spring_session").query(Integer.class).single();
  }
}
