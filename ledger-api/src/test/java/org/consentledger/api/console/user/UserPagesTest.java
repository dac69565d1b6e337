package org.consentledger.api.console.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.consentledger.api.browser.BrowsedLedger;
import org.consentledger.core.user.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators do with users. */
class UserPagesTest extends BrowsedLedger {

  @ParameterizedTest
  @CsvSource({
    "ru-RU,Добавить пользователя,Сотрудник,Укажите имя для входа.",
    "kk-KZ,Пайдаланушы қосу,Қызметкер,Кіру атын көрсетіңіз.",
    "en-GB,Add a user,Officer,Say what they sign in by."
  })
  void an_administrator_adds_a_user_who_then_signs_in(
      String language, String add, String officer, String missing) {
    Page page = signedIn(language, Role.ADMINISTRATOR);
    page.navigate("/console/users");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(add)).click();
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText()).contains(missing);
    inspect(page, "new-user", language.substring(0, 2));
    String name = "ұлжан." + language.toLowerCase(java.util.Locale.ROOT);
    page.fill("#name", "Ұлжан <b>Қ</b>");
    page.fill("#signInName", name);
    page.getByLabel(officer).check();
    page.click("main button[type=submit]");
    inspect(page, "given-password", language.substring(0, 2));
    String password = page.locator("#given-password").innerText();
    page.navigate("/console/users");
    assertThat(page.locator("tbody").innerText()).contains("Ұлжан <b>Қ</b>");
    inspect(page, "users", language.substring(0, 2));

    Page added = reader(language);
    signIn(added, name, password);
    added.navigate("/console");
    assertThat(added.url()).endsWith("/console/password");
  }

  @Test
  void a_name_is_given_once() {
    Page page = signedIn("en-GB", Role.ADMINISTRATOR);
    Person taken = person(Role.OFFICER);
    page.navigate("/console/users/new");
    page.fill("#name", "Another");
    page.fill("#signInName", taken.name().toUpperCase(java.util.Locale.ROOT));
    page.getByLabel("Officer").check();
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=alert]").innerText())
        .contains("Somebody else signs in by this name.");
  }

  @Test
  void rights_that_are_taken_away_are_gone_with_the_next_page() {
    Person person = person(Role.ADMINISTRATOR, Role.OFFICER);
    Page theirs = reader("en-GB");
    signIn(theirs, person);
    assertThat(theirs.navigate("/console/users").status()).isEqualTo(200);
    Page page = signedIn("en-GB", Role.ADMINISTRATOR);
    page.navigate("/console/users/" + person.id());
    inspect(page, "user");
    Page slower = signedIn("kk-KZ", Role.ADMINISTRATOR);
    slower.navigate("/console/users/" + person.id());
    page.getByLabel("Administrator").uncheck();
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").innerText()).isEqualTo("Changed.");
    assertThat(theirs.navigate("/console/users").status()).isEqualTo(403);
    slower.click("main button[type=submit]"); // with the roles that were there before
    assertThat(slower.locator("[role=alert] code").innerText()).isEqualTo("PAGE_STALE");
    assertThat(theirs.navigate("/console/users").status()).isEqualTo(403);
    page.getByLabel("may sign in").uncheck();
    page.click("main button[type=submit]");
    theirs.navigate("/console");
    assertThat(theirs.title()).isEqualTo("Sign in");
    signIn(theirs, person);
    assertThat(theirs.locator("[role=alert]").count()).isEqualTo(1);
  }

  @Test
  void nobody_changes_their_own_rights() {
    Person person = person(Role.ADMINISTRATOR);
    Page page = reader("en-GB");
    signIn(page, person);
    page.navigate("/console/users/" + person.id());
    assertThat(page.locator("main button").count()).isZero();
    page.evaluate(
        "() => { const f = document.querySelector('main form');"
            + " f.querySelectorAll('fieldset').forEach(it => it.disabled = false); f.submit(); }");
    page.waitForURL("**/rights");
    assertThat(page.title()).isEqualTo("Nobody changes their own rights");
  }

  @Test
  void a_password_is_given_anew_after_a_question_in_a_dialogue() {
    Person person = person(Role.OFFICER);
    Page page = signedIn("en-GB", Role.ADMINISTRATOR);
    page.navigate("/console/users/" + person.id());
    page.click("text=Give another password");
    page.locator("dialog[open]").waitFor();
    assertThat(page.locator("dialog").innerText()).contains("all sessions of this user");
    requireAccessible(page, "dialogue");
    page.click("dialog [data-close]");
    assertThat(page.locator("dialog[open]").count()).isZero();
    page.click("text=Give another password");
    page.click("dialog[open] button");
    String password = page.locator("#given-password").innerText();
    Page theirs = reader("en-GB");
    signIn(theirs, person);
    assertThat(theirs.locator("[role=alert]").count()).isEqualTo(1);
    signIn(theirs, person.name(), password);
    assertThat(theirs.url()).doesNotContain("sign-in");
  }

  @Test
  void the_question_is_a_page_where_no_scripts_run() {
    Person person = person(Role.OFFICER);
    Page page = readerWithoutScripts("kk-KZ");
    signIn(page, person(Role.ADMINISTRATOR));
    page.navigate("/console/users/" + person.id());
    page.click("text=Жаңа құпиясөз беру");
    assertThat(page.url()).endsWith("/password-reset");
    page.click("main button");
    assertThat(page.locator("#given-password").innerText()).isNotBlank();
  }
}
