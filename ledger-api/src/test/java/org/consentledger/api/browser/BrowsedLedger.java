package org.consentledger.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /** A telephone, a tablet, a desk. */
  protected static final List<Integer> WIDTHS = List.of(360, 768, 1280);

  private static final String AXE = read("/axe.min.js");

  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
        .violations.map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.html).join(' | '))
      """;

  @Autowired protected Users users;
  @Autowired private JdbcClient database;

  private final List<BrowserContext> readers = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

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

  /** Somebody with a browser of their own: with no cookies yet, and this language. */
  protected Page reader(String language) {
    return reader(new Browser.NewContextOptions().setLocale(language));
  }

  /** Somebody whose browser runs no scripts. */
  protected Page readerWithoutScripts(String language) {
    return reader(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
  }

  private Page reader(Browser.NewContextOptions options) {
    BrowserContext reader =
        Chromium.get()
            .newContext(options.setBaseURL("http://localhost:" + port).setViewportSize(1280, 900));
    reader.setDefaultTimeout(10_000);
    readers.add(reader);
    Page page = reader.newPage();
    page.onConsoleMessage(
        message -> {
          // What a page tells of its own faults: scripts that fail, and what its policy forbids.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  @AfterEach
  void close_browsers_without_complaints() {
    readers.forEach(BrowserContext::close);
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  /** Looks at the page in all widths, keeps pictures, and finds no barrier in it. */
  protected static void inspect(Page page, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
              .setFullPage(true));
      Object beyond =
          page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
      assertThat(((Number) beyond).intValue()).as(name + " is wider than " + width).isLessThan(1);
      requireAccessible(page, name + " at " + width);
    }
  }

  /** WCAG 2.2 AA, as far as a program can tell. */
  protected static void requireAccessible(Page page, String name) {
    page.evaluate(AXE);
    assertThat((List<?>) page.evaluate(VIOLATIONS)).as("barriers in " + name).isEmpty();
  }

  private static String read(String resource) {
    try (InputStream in = BrowsedLedger.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
