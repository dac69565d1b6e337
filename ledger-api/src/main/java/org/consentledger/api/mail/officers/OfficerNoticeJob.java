package org.consentledger.api.mail.officers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.letter.Delivery;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.letter.SmtpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells officers what waits, each letter at least once. A notice is forgotten only after the mail
 * server has taken its letter; where nobody knows whether it has, the same letter is sent again,
 * with the same Message-ID: an officer who reads a thing twice is better off than one who never
 * reads it.
 */
@Component
final class OfficerNoticeJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(OfficerNoticeJob.class);

  private final OfficerLookout lookout;
  private final OfficerNotices notices;
  private final OfficerLetter letters;
  private final OfficerProperties properties;
  private final OutgoingMailProperties outgoing;
  private final LetterServer server;
  private final MeterRegistry metrics;

  OfficerNoticeJob(
      OfficerLookout lookout,
      OfficerNotices notices,
      OfficerLetter letters,
      OfficerProperties properties,
      OutgoingMailProperties outgoing,
      LetterServer server,
      MeterRegistry metrics) {
    this.lookout = lookout;
    this.notices = notices;
    this.letters = letters;
    this.properties = properties;
    this.outgoing = outgoing;
    this.server = server;
    this.metrics = metrics;
    Gauge.builder("ledger.mail.notices.waiting", notices, OfficerNotices::waiting)
        .description("What officers are to be told by now, and were not")
        .register(metrics);
  }

  @Override
  public String name() {
    return "officer-notices";
  }

  @Override
  public Duration every() {
    return properties.every();
  }

  @Override
  public void run() {
    lookout.look();
    notices.forgetAllBut(properties.to().keySet());
    Optional<InternetAddress> from = outgoing.sender();
    if (from.isEmpty() || !server.isConfigured()) {
      return; // They wait until there is a server, and health says so.
    }
    try (SmtpConnection connection = server.connection()) {
      properties.to().forEach((name, officer) -> tell(name, officer, from.get(), connection));
    }
  }

  private void tell(
      String name,
      OfficerProperties.Officer officer,
      InternetAddress from,
      SmtpConnection connection) {
    long pause = outgoing.retryAfter().toSeconds();
    for (List<OfficerNotices.Entry> some = notices.take(name, pause);
        !some.isEmpty();
        some = notices.take(name, pause)) {
      UUID letterId = some.getFirst().letterId();
      Delivery delivery = deliver(letterId, officer, from, some, connection);
      metrics
          .counter("ledger.mail.notices", "outcome", delivery.getClass().getSimpleName())
          .increment();
      if (delivery instanceof Delivery.Taken) {
        notices.settle(letterId);
      } else {
        LOG.warn(
            "The letter {} to the officer {} was not taken ({}); it is tried again.",
            letterId,
            name,
            delivery.getClass().getSimpleName());
      }
    }
  }

  private Delivery deliver(
      UUID letterId,
      OfficerProperties.Officer officer,
      InternetAddress from,
      List<OfficerNotices.Entry> some,
      SmtpConnection connection) {
    try {
      Optional<Letter> letter = letters.write(letterId, from, officer, some);
      if (letter.isEmpty()) {
        return new Delivery.Taken(); // Nothing of it waits any more.
      }
      connection.open();
      return connection.deliver(letter.get());
    } catch (MessagingException away) {
      return new Delivery.Postponed();
    }
  }
}
