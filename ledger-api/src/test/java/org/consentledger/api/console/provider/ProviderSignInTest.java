package org.consentledger.api.console.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.api.console.account.ConsoleProperties;
import org.consentledger.api.console.account.ProvidedUsers;
import org.consentledger.api.console.account.Users.KnownUser;
import org.consentledger.api.testing.IdentityProvider;
import org.consentledger.api.testing.IdentityProvider.Fault;
import org.consentledger.api.testing.IdentityProvider.Vouched;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets in by the operator's own provider of identities. */
class ProviderSignInTest extends BrowsedLedger {

  @Autowired private JdbcClient database;
  @Autowired private ProvidedUsers providedUsers;

  @Test
  void whom_the_provider_vouches_for_gets_in_as_the_same_user_whatever_they_are_called_then() {
    String subject = "subject " + UUID.randomUUID();
    IdentityProvider.vouchFor(officer(subject, "Әйгерім Қуанышқызы", "aigerim@example.kz"));
    Page page = reader("kk-KZ");
    page.navigate("/console/requests?state=OPEN");
    inspect(page, "sign-in-provider");
    page.click("text=Ұйымның есептік жазбасымен кіру");
    assertThat(page.url()).endsWith("/console/requests?state=OPEN");
    KnownUser user = named("Әйгерім Қуанышқызы");
    assertThat(user.state().rights()).containsExactly(Role.OFFICER);
    page.navigate("/console/account");
    assertThat(page.locator("a[href='/console/password']").count()).isZero();
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);

    IdentityProvider.vouchFor(
        new Vouched(
            subject,
            claims("Әйгерім Өтегенова", "oтegen@example.kz", List.of("audit", "choir")),
            Fault.NONE));
    Page later = reader("ru-RU");
    enter(later);
    assertThat(later.locator("main h1").innerText()).contains("Әйгерім Өтегенова");
    KnownUser changed = named("Әйгерім Өтегенова");
    assertThat(changed.state().userId()).isEqualTo(user.state().userId());
    assertThat(changed.state().rights()).containsExactly(Role.AUDITOR);
    assertThat(page.navigate("/console/users").status()).isEqualTo(403);
    assertThat(stored()).contains("SIGNED_IN").doesNotContain(subject, "Әйгерім", "example.kz");
  }

  @Test
  void nobody_gets_in_without_a_role_and_who_loses_the_last_one_is_out() {
    String subject = "subject " + UUID.randomUUID();
    Page page = reader("en-GB");
    IdentityProvider.vouchFor(
        Vouched.of(subject, claims("Nobody Yet", "n@example.kz", List.of("choir"))));
    enter(page);
    assertThat(page.locator("[role=alert]").innerText()).startsWith("You were not let in");
    assertThat(users.all()).noneMatch(it -> it.names().name().equals("Nobody Yet"));

    IdentityProvider.vouchFor(officer(subject, "Somebody Now", "n@example.kz"));
    enter(page);
    assertThat(page.title()).isEqualTo("First page");
    IdentityProvider.vouchFor(
        Vouched.of(subject, claims("Somebody Now", "n@example.kz", List.of())));
    Page second = reader("en-GB");
    enter(second);
    assertThat(second.locator("[role=alert]").count()).isEqualTo(1);
    page.navigate("/console");
    assertThat(page.title()).isEqualTo("Sign in");
  }

  @Test
  void whom_an_administrator_keeps_out_stays_out_whatever_the_provider_says() {
    String subject = "subject " + UUID.randomUUID();
    String name = "Kept out " + UUID.randomUUID();
    IdentityProvider.vouchFor(officer(subject, name, "k@example.kz"));
    Page page = reader("en-GB");
    enter(page);
    users.change(named(name), Set.of(Role.OFFICER), false, "tests");
    enter(page);
    assertThat(page.locator("[role=alert]").innerText()).startsWith("You were not let in");
    assertThat(named(name).state().content().active()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_token_with_anything_wrong_lets_nobody_in(Fault fault) {
    String name = "Forged " + UUID.randomUUID();
    IdentityProvider.vouchFor(
        new Vouched(name, claims(name, "f@example.kz", List.of("privacy-office")), fault));
    Page page = reader("en-GB");
    enter(page);
    assertThat(page.locator("[role=alert]").innerText()).startsWith("You were not let in");
    page.navigate("/console");
    assertThat(page.title()).isEqualTo("Sign in");
    assertThat(users.all()).noneMatch(it -> it.names().name().equals(name));
  }

  @ParameterizedTest
  @CsvSource({
    "ru-RU,сейчас не отвечает,Или войдите по имени и паролю",
    "kk-KZ,қазір жауап бермейді,аты мен құпиясөзі болса",
    "en-GB,does not answer,Or sign in by a name and a password"
  })
  void where_the_provider_is_away_one_is_told_and_signs_in_otherwise(
      String language, String away, String otherwise) {
    Page page = reader(language);
    page.navigate("/console/sign-in?provider=away");
    assertThat(page.locator("[role=alert]").innerText()).contains(away, otherwise);
    signIn(page, person(Role.OFFICER));
    assertThat(page.url()).endsWith("/console");
  }

  @Test
  void a_ledger_that_would_let_nobody_in_does_not_start() {
    ProviderProperties none =
        new ProviderProperties(null, "", "", List.of("openid"), "roles", Map.of());
    ConsoleProperties noPasswords =
        new ConsoleProperties(
            false, 5, Duration.ofMinutes(15), 50, Duration.ofMinutes(15), Duration.ofHours(12));
    assertThatThrownBy(() -> new ProviderAccess(none, noPasswords, providedUsers))
        .hasMessageContaining("ledger.console.passwords=false lets nobody in");
  }

  @Test
  void nobody_is_led_to_another_site_afterwards() {
    IdentityProvider.vouchFor(
        officer("subject " + UUID.randomUUID(), "Led astray", "l@example.kz"));
    Page page = reader("en-GB");
    page.navigate("/console/sign-in/with/provider?to=//evil.example/");
    assertThat(page.url()).isEqualTo("http://localhost:" + port + "/console");
  }

  private static void enter(Page page) {
    page.navigate("/console/sign-in");
    page.click("a[href^='/console/sign-in/with/']");
  }

  private static Vouched officer(String subject, String name, String address) {
    return Vouched.of(subject, claims(name, address, List.of("deputies")));
  }

  private static Map<String, Object> claims(String name, String address, List<String> roles) {
    return Map.of(
        "name",
        name,
        "preferred_username",
        address,
        "email",
        address,
        "realm_access",
        Map.of("roles", roles));
  }

  private KnownUser named(String name) {
    return users.all().stream()
        .filter(it -> it.names().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String stored() {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "event",
            "console_account",
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
