package org.consentledger.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The browsers of one test, and how their pages are looked at. */
final class Browsers {

  /** A telephone, a tablet, a desk. */
  private static final List<Integer> WIDTHS = List.of(360, 768, 1280);

  private static final String AXE = read("/axe.min.js");

  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
        .violations.map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.html).join(' | '))
      """;

  private final List<BrowserContext> readers = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Page reader(int port, String language, boolean scripts) {
    BrowserContext reader =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language)
                    .setJavaScriptEnabled(scripts)
                    .setReducedMotion(ReducedMotion.REDUCE) // what is clicked stands still
                    .setBaseURL("http://localhost:" + port)
                    .setViewportSize(1280, 900));
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

  /** What the browsers complained about until now; it is expected, and told no more. */
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  void closeWithoutComplaints() {
    readers.forEach(BrowserContext::close);
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  static void inspect(Page page, String name) {
    inspect(page, name, WIDTHS);
  }

  /**
   * A page that is looked at in each language: in Kazakh in all widths, in the others where it is
   * narrowest. Languages differ in what does not fit, and that shows there.
   */
  static void inspect(Page page, String name, String language) {
    inspect(page, name + "-" + language, language.equals("kk") ? WIDTHS : WIDTHS.subList(0, 1));
  }

  private static void inspect(Page page, String name, List<Integer> widths) {
    for (int width : widths) {
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

  static void requireAccessible(Page page, String name) {
    if (Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'undefined'"))) {
      page.evaluate(AXE);
    }
    assertThat((List<?>) page.evaluate(VIOLATIONS)).as("barriers in " + name).isEmpty();
  }

  private static String read(String resource) {
    try (InputStream in = Browsers.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
