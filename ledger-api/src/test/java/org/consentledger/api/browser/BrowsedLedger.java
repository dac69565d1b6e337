package org.consentledger.api.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.regex.Pattern;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.console.account.UserNames;
import org.consentledger.api.console.account.Users;
import org.consentledger.api.console.account.Users.GivenPassword;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserId;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running ledger that is looked at with a browser. */
public abstract class BrowsedLedger extends RunningLedger {

  @Autowired protected Users users;
  @Autowired private JdbcClient database;

  private final Browsers browsers = new Browsers();

  /**
   * Somebody who can sign in.
   *
   * @param id as it stands in the history
   */
  public record Person(UserId id, String name, String password) {}

  /** A new user with these roles, who has chosen a password already. */
  protected Person person(Role... roles) {
    String name = "user " + LedgerClient.unusedCode().substring(0, 12);
    GivenPassword given =
        users.add(new UserNames(name, "Әйгерім " + name), Set.of(roles), "tests").orElseThrow();
    database
        .sql("update console_account set password_expired = false where user_id = ?")
        .param(given.userId().value())
        .update();
    return new Person(given.userId(), name, given.password());
  }

  /** A new user with these roles, signed in, on the first page of the console. */
  protected Page signedIn(String language, Role... roles) {
    Page page = reader(language);
    signIn(page, person(roles));
    return page;
  }

  /** Signs in by the form. */
  protected static void signIn(Page page, Person person) {
    signIn(page, person.name(), person.password());
  }

  /** Signs in by the form. */
  protected static void signIn(Page page, String name, String password) {
    if (!page.url().contains("/console/sign-in")) {
      page.navigate("/console/sign-in");
    }
    page.fill("#name", name);
    page.fill("#password", password);
    page.click("main button[type=submit]");
  }

  /** Chooses something in the navigation, and opens its group first. */
  protected static void choose(Page page, String title) {
    Locator.FilterOptions named =
        new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + title + "\\s*$"));
    Locator entry = page.locator("header nav.parts").locator("a, button").filter(named);
    Locator group =
        page.locator("header nav.parts details")
            .filter(new Locator.FilterOptions().setHas(page.locator("a, button").filter(named)));
    if (group.count() > 0 && group.getAttribute("open") == null) {
      group.locator("summary").click();
    }
    entry.click();
  }

  /** Somebody with a browser of their own: with no cookies yet, and this language. */
  protected Page reader(String language) {
    return browsers.reader(port, language, true);
  }

  /** Somebody whose browser runs no scripts. */
  protected Page readerWithoutScripts(String language) {
    return browsers.reader(port, language, false);
  }

  @AfterEach
  void close_browsers_without_complaints() {
    browsers.closeWithoutComplaints();
  }

  /** Looks at the page in all widths, keeps pictures, and finds no barrier in it. */
  protected static void inspect(Page page, String name) {
    Browsers.inspect(page, name);
  }

  /** Looks at a page that is looked at in each language. */
  protected static void inspect(Page page, String name, String language) {
    Browsers.inspect(page, name, language);
  }

  /** WCAG 2.2 AA, as far as a program can tell. */
  protected static void requireAccessible(Page page, String name) {
    Browsers.requireAccessible(page, name);
  }
}
