package org.consentledger.api.site.letter;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.api.site.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what the public site has to send, and forgets what is over. */
@Component
final class SiteLetterJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(SiteLetterJob.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_ONCE = 100;

  private final SiteLetters letters;
  private final SiteLetterSender sender;
  private final Throttle throttle;
  private final LetterServer server;
  private final OutgoingMailProperties properties;

  SiteLetterJob(
      SiteLetters letters,
      SiteLetterSender sender,
      Throttle throttle,
      LetterServer server,
      OutgoingMailProperties properties) {
    this.letters = letters;
    this.sender = sender;
    this.throttle = throttle;
    this.server = server;
    this.properties = properties;
  }

  @Override
  public String name() {
    return "site-letter";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    letters.forgetExpired();
    throttle.forget();
    boolean sendable = server.isConfigured() && properties.sender().isPresent();
    List<SiteLetters.Queued> due = sendable ? letters.due(AT_ONCE) : List.of();
    if (due.isEmpty()) {
      return;
    }
    try (SmtpConnection connection = server.connection()) {
      for (SiteLetters.Queued letter : due) {
        connection.open();
        sender.send(letter, connection);
      }
    } catch (MessagingException away) {
      LOG.warn("Letters of the public site wait: the mail server is away.");
    }
  }
}
