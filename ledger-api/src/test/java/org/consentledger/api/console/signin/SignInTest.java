package org.consentledger.api.console.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who gets into the console, and how. */
class SignInTest extends BrowsedLedger {

  @Autowired private JdbcClient database;

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Вход,Войти не удалось,Здравствуйте",
    "kk-KZ,Кіру,Кіру мүмкін болмады,Сәлеметсіз бе",
    "en-GB,Sign in,This did not work,Hello"
  })
  void a_user_signs_in_in_their_language_and_a_wrong_password_does_not(
      String language, String title, String refused, String hello) {
    Person person = person(Role.OFFICER);
    Page page = reader(language);
    page.navigate("/console");
    assertThat(page.title()).isEqualTo(title);
    inspect(page, "sign-in", language.substring(0, 2));
    signIn(page, person.name(), "something else entirely");
    assertThat(page.locator("[role=alert]").innerText()).startsWith(refused);
    signIn(page, person.name().toUpperCase(Locale.ROOT), person.password());
    assertThat(page.locator("main h1").innerText()).startsWith(hello);
    inspect(page, "home", language.substring(0, 2));
    assertThat(acts(person)).containsExactlyInAnyOrder("SIGN_IN_FAILED", "SIGNED_IN");
  }

  @Test
  void whoever_is_not_a_user_is_answered_like_a_wrong_password() {
    Person person = person(Role.OFFICER);
    Page page = reader("en-GB");
    signIn(page, person.name(), "something else entirely");
    String wrong = page.locator("main").innerHTML().replaceAll("value=\"[^\"]*\"", "");
    signIn(page, "nobody at all", "something else entirely");
    assertThat(page.locator("main").innerHTML().replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(wrong);
  }

  @Test
  void after_five_failures_the_account_is_locked_even_for_the_right_password() {
    Person person = person(Role.OFFICER);
    Page page = reader("en-GB");
    for (int i = 0; i < 5; i++) {
      signIn(page, person.name(), "wrong password " + i);
    }
    signIn(page, person);
    assertThat(page.locator("[role=alert]").innerText()).startsWith("This did not work");
    assertThat(acts(person)).contains("LOCKED_OUT").doesNotContain("SIGNED_IN");
    database
        .sql("update console_account set locked_until = now() where user_id = ?")
        .param(person.id().value())
        .update();
    signIn(page, person);
    assertThat(page.title()).isEqualTo("First page");
  }

  @Test
  void a_second_factor_is_added_and_asked_for_and_each_code_is_good_once() throws Exception {
    Person person = person(Role.OFFICER);
    Page page = reader("en-GB");
    signIn(page, person);
    page.navigate("/console/account/second-factor");
    inspect(page, "add-second-factor");
    byte[] secret = BaseEncoding.base32().decode(page.locator("#key").innerText());
    enterCode(page, "000000");
    assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    assertThat(page.locator("#key").innerText()).isEqualTo(BaseEncoding.base32().encode(secret));
    String first = code(secret, 0);
    enterCode(page, first);
    inspect(page, "recovery-codes");
    String recovery = page.locator("main li code").first().innerText();
    assertThat(page.locator("main li code").count()).isEqualTo(10);
    assertThat(stored()).doesNotContain(recovery);

    Page second = reader("en-GB");
    signIn(second, person);
    assertThat(second.title()).isEqualTo("One-time code");
    inspect(second, "second-factor");
    second.navigate("/console/account");
    assertThat(second.title()).isEqualTo("One-time code");
    enterCode(second, first);
    assertThat(second.locator("[role=alert]").count()).isEqualTo(1);
    enterCode(second, code(secret, 1));
    assertThat(second.title()).isIn("First page", "Account");

    Page third = reader("en-GB");
    signIn(third, person);
    enterCode(third, recovery);
    assertThat(third.title()).isEqualTo("First page");
    third.navigate("/console/account");
    assertThat(third.locator("main").innerText()).contains("Recovery codes left: 9");
    Page fourth = reader("en-GB");
    signIn(fourth, person);
    enterCode(fourth, recovery);
    assertThat(fourth.locator("[role=alert]").count()).isEqualTo(1);
  }

  @Test
  void a_given_password_must_be_changed_before_anything_else_and_ends_other_sessions() {
    Person person = person(Role.OFFICER);
    Page other = reader("en-GB");
    signIn(other, person);
    expire(person);
    Page page = reader("en-GB");
    signIn(page, person);
    page.navigate("/console/account");
    assertThat(page.title()).isEqualTo("Change the password");
    inspect(page, "password");
    change(page, person.password(), "password1234");
    assertThat(page.locator("[role=alert]").innerText()).contains("easy to guess");
    change(page, "not the present one", "Ауыл іргесіндегі өзен");
    assertThat(page.locator("[role=alert]").innerText()).contains("present password is wrong");
    change(page, person.password(), "Ауыл іргесіндегі өзен");
    assertThat(page.locator("[role=status]").innerText()).contains("is changed");
    inspect(page, "account");
    other.navigate("/console/account");
    assertThat(other.title()).isEqualTo("Sign in");
    signIn(other, person.name(), "Ауыл іргесіндегі өзен");
    assertThat(other.title()).isEqualTo("Account");
  }

  @Test
  void a_user_sees_their_sessions_and_ends_the_others() {
    Person person = person(Role.AUDITOR);
    Page one = reader("en-GB");
    Page two = reader("en-GB");
    signIn(one, person);
    signIn(two, person);
    one.navigate("/console/account");
    assertThat(one.locator("tbody tr").count()).isEqualTo(2);
    assertThat(one.content()).doesNotContain(session(two));
    one.click("text=End all others");
    assertThat(one.locator("tbody tr").count()).isEqualTo(1);
    two.navigate("/console");
    assertThat(two.title()).isEqualTo("Sign in");
    choose(one, "Sign out");
    one.navigate("/console");
    assertThat(one.title()).isEqualTo("Sign in");
  }

  @Test
  void a_session_that_was_known_before_is_worth_nothing_after() {
    Page page = reader("en-GB");
    String before =
        Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
    page.context()
        .addCookies(List.of(new Cookie("SESSION", before).setUrl("http://localhost:" + port)));
    page.navigate("/console/sign-in");
    signIn(page, person(Role.OFFICER));
    assertThat(session(page)).isNotEmpty().isNotEqualTo(before);
    HttpResponse<String> answer = send(request("/console").header("Cookie", "SESSION=" + before));
    assertThat(answer.statusCode()).isEqualTo(302);
    Cookie cookie =
        page.context().cookies().stream().filter(it -> it.name.equals("SESSION")).findFirst().get();
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.sameSite.name()).isEqualTo("LAX");
  }

  @Test
  void a_lost_session_leads_to_the_sign_in_and_on_to_where_one_was() {
    Page page = signedIn("en-GB", Role.ADMINISTRATOR);
    page.navigate("/console/users/new");
    page.context().clearCookies();
    page.click("main button[type=submit]");
    assertThat(page.locator("h1").innerText()).isEqualTo("You may not do this");
    page.navigate("/console/users/new?x=1");
    assertThat(page.title()).isEqualTo("Sign in");
    signIn(page, person(Role.ADMINISTRATOR));
    assertThat(page.url()).endsWith("/console/users/new?x=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\evil.example"})
  void nobody_is_led_to_another_site(String to) {
    Page page = reader("en-GB");
    page.navigate("/console/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    signIn(page, person(Role.OFFICER));
    assertThat(page.url()).isEqualTo("http://localhost:" + port + "/console");
  }

  @Test
  void a_forged_form_is_answered_with_a_page_and_does_nothing() {
    Page page = signedIn("kk-KZ", Role.ADMINISTRATOR);
    APIResponse answer =
        page.request()
            .post(
                "/console/users/new",
                RequestOptions.create().setData("").setHeader("Accept-Language", "kk"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers().get("content-type")).startsWith("text/html");
    assertThat(answer.text()).contains("lang=\"kk\"", "Бұған құқығыңыз жоқ");
    assertThat(answer.headers())
        .containsEntry("x-frame-options", "DENY")
        .hasEntrySatisfying(
            "content-security-policy", it -> assertThat(it).contains("frame-ancestors 'none'"));
  }

  @Test
  void a_role_without_the_right_is_refused_by_a_page() {
    Page page = signedIn("ru-RU", Role.OFFICER, Role.APPROVER, Role.AUDITOR);
    Response answer = page.navigate("/console/users");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(page.title()).isEqualTo("На это у вас нет права");
    assertThat(page.locator("a[href='/console/users']").count()).isZero();
    inspect(page, "failure-403");
  }

  @Test
  void the_api_takes_a_session_with_its_token_and_asks_for_the_same_scopes() {
    Page page = signedIn("en-GB", Role.AUDITOR);
    assertThat(page.request().get("/api/v1/purposes").status()).isEqualTo(200);
    assertThat(page.request().get("/api/v1/webhooks").status()).isEqualTo(403);
    String token = page.getAttribute("meta[name=csrf]", "content");
    String export = "{\"format\":\"CSV\"}";
    assertThat(
            page.request()
                .post(
                    "/api/v1/exports",
                    RequestOptions.create()
                        .setData(export)
                        .setHeader("Content-Type", "application/json"))
                .status())
        .isEqualTo(403);
    APIResponse exported =
        page.request()
            .post(
                "/api/v1/exports",
                RequestOptions.create()
                    .setData(export)
                    .setHeader("Content-Type", "application/json")
                    .setHeader("X-CSRF-TOKEN", token));
    assertThat(exported.status()).as(exported.text()).isEqualTo(202);
  }

  @Test
  void the_first_user_is_the_administrator_of_the_environment() {
    Page page = reader("en-GB");
    signIn(page, "admin", ADMIN_PASSWORD);
    assertThat(page.locator("main h1").innerText()).isEqualTo("Hello, admin.");
    page.navigate("/console/users");
    assertThat(page.locator("tbody").innerText()).contains("admin", "Administrator");
  }

  @Test
  void names_are_nowhere_in_the_history_nor_in_the_accounts() {
    Person person = person(Role.OFFICER);
    signIn(reader("en-GB"), person);
    assertThat(stored()).doesNotContain(person.name(), "Әйгерім", person.password());
    assertThat(events(person)).isNotEmpty();
  }

  @Test
  void failures_from_one_address_are_throttled_over_all_names() {
    for (int i = 0; i < 50; i++) {
      database
          .sql(
              """
              insert into console_failure (source_digest, failed_at)
              select source_digest, now() from console_failure order by failed_at desc limit 1
              """)
          .update();
    }
    Page page = reader("en-GB");
    signIn(page, "nobody at all", "something");
    signIn(page, person(Role.OFFICER));
    try {
      assertThat(page.locator("[role=alert]").innerText()).startsWith("There were too many");
    } finally {
      database.sql("delete from console_failure").update();
    }
  }

  private void expire(Person person) {
    database
        .sql("update console_account set password_expired = true where user_id = ?")
        .param(person.id().value())
        .update();
  }

  private static void change(Page page, String current, String chosen) {
    page.fill("#current", current);
    page.fill("#chosen", chosen);
    page.fill("#again", chosen);
    page.click("main button[type=submit]");
  }

  private static void enterCode(Page page, String code) {
    page.fill("#code", code);
    page.click("main form:first-of-type button[type=submit]");
  }

  /** The code of a later step than now, which clocks that differ may show already. */
  private static String code(byte[] secret, int later) throws Exception {
    TimeBasedOneTimePasswordGenerator generator =
        new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 6);
    return generator.generateOneTimePasswordString(
        new SecretKeySpec(secret, generator.getAlgorithm()),
        Instant.now().plusSeconds(30L * later),
        Locale.ROOT);
  }

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(it -> it.name.equals("SESSION"))
        .map(it -> it.value)
        .findFirst()
        .orElse("");
  }

  private List<String> acts(Person person) {
    return events(person).stream()
        .map(event -> event.path("act").asString(""))
        .filter(act -> !act.isEmpty())
        .toList();
  }

  private List<JsonNode> events(Person person) {
    return database
        .sql("select payload::text from event where name like 'user.%'")
        .query(String.class)
        .list()
        .stream()
        .map(text -> json.readTree(text))
        .filter(event -> event.path("userId").asString("").equals(person.id().toString()))
        .toList();
  }

  private String stored() {
    StringBuilder all = new StringBuilder();
    for (String table :
        Set.of(
            "event",
            "console_account",
            "console_recovery_code",
            "spring_session",
            "spring_session_attributes",
            "current_register")) {
      all.append(
          database
              .sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
              .query(String.class)
              .single());
    }
    return all.toString();
  }
}
