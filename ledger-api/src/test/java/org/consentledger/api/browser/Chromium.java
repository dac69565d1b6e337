package org.consentledger.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of this JVM, started at the first use and ended with the JVM. */
final class Chromium {

  private static final List<String> QUIET =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--no-first-run",
          // Tests play other sites, which may look at this computer without asking its owner.
          "--disable-features=LocalNetworkAccessChecks");

  private Chromium() {}

  static Browser get() {
    return Holder.BROWSER;
  }

  private static final class Holder {
    private static final Browser BROWSER = start();
  }

  private static Browser start() {
    Path program = find();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    List<String> arguments = new ArrayList<>(QUIET);
    if (System.getProperty("user.name").equals("root")) {
      arguments.add("--no-sandbox"); // Chromium refuses to start as root with one
    }
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(arguments));
  }

  /**
   * The shell is the same browser without its windows, and takes a third less of the processors.
   */
  private static Path find() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium-headless-shell"),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "The tests of pages need a browser: install it by `apt-get install"
                        + " chromium-headless-shell`,"
                        + " or name one in the environment variable CHROMIUM."));
  }
}
