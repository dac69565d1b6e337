package org.consentledger.api;

import java.io.PrintStream;
import java.nio.file.Path;
import org.consentledger.api.console.account.FirstUser;
import org.consentledger.api.security.FirstClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Tells whoever started the program what to do with it. Printed past the logging system, because
 * logs are kept and collected, and a new secret is shown this once.
 */
@Component
@ConditionalOnProperty(name = "ledger.announce", matchIfMissing = true)
final class StartAnnouncement {
  private final FirstClient client;
  private final FirstUser user;
  private final Environment environment;

  StartAnnouncement(FirstClient client, FirstUser user, Environment environment) {
    this.client = client;
    this.user = user;
    this.environment = environment;
  }

  @EventListener
  void announce(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      print(System.out, context.getWebServer().getPort());
    }
  }

  private void print(PrintStream out, int port) {
    String secret = client.newSecret();
    String data = environment.getProperty("ledger.data-directory", "./data");
    out.println();
    out.println("The ledger serves at http://localhost:" + port + " (Ctrl-C stops it)");
    out.println("  API          http://localhost:" + port + "/v3/api-docs");
    out.println("  client id    " + client.id());
    if (secret != null) {
      out.println("  secret       " + secret + "   (shown this once: keep it)");
    }
    out.println(
        "  console      http://localhost:" + port + "/console (user " + FirstUser.NAME + ")");
    if (user.newPassword() != null) {
      out.println(
          "  password     " + user.newPassword() + "   (for the first sign-in; shown this once)");
    }
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      out.println("  database     as SPRING_DATASOURCE_URL says");
    }
    out.println("  data, keys   " + Path.of(data).toAbsolutePath().normalize());
    out.println();
    out.flush();
  }
}
