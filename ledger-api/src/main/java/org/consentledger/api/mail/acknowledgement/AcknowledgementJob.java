package org.consentledger.api.mail.acknowledgement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.letter.Delivery;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.api.mail.acknowledgement.Acknowledgements.Queued;
import org.consentledger.api.mail.acknowledgement.Acknowledgements.State;
import org.consentledger.api.mail.letter.Letter;
import org.consentledger.api.mail.letter.LetterReader;
import org.consentledger.api.mail.letter.LetterUnreadable;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestState;
import org.consentledger.projections.requests.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends acknowledgements, each once at most. It is noted that one is being sent before the mail
 * server is asked, so that after a crash in between nobody knows whether it went, and it is not
 * sent again: one acknowledgement too few does less harm than two programs that answer each other.
 * What the mail server certainly did not take is tried again, but for what it refuses for good.
 */
@Component
final class AcknowledgementJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementJob.class);
  private static final int AT_ONCE = 100;
  private static final int MOST_ATTEMPTS = 30;
  private static final long LONGEST_WAIT_SECONDS = 3600;

  private final Acknowledgements acknowledgements;
  private final AcknowledgementText text;
  private final ContinuingLines continuing;
  private final MailboxAddresses addresses;
  private final Requests requests;
  private final Vault vault;
  private final LetterServer server;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Duration every;

  AcknowledgementJob(
      Acknowledgements acknowledgements,
      AcknowledgementText text,
      ContinuingLines continuing,
      MailboxAddresses addresses,
      Requests requests,
      Vault vault,
      LetterServer server,
      Clock clock,
      MeterRegistry metrics,
      @Value("${ledger.mail.acknowledgements.every:PT5S}") Duration every) {
    this.acknowledgements = acknowledgements;
    this.text = text;
    this.continuing = continuing;
    this.addresses = addresses;
    this.requests = requests;
    this.vault = vault;
    this.server = server;
    this.clock = clock;
    this.metrics = metrics;
    this.every = every;
    Gauge.builder(
            "ledger.mail.acknowledgements.waiting", acknowledgements, Acknowledgements::waiting)
        .description("Acknowledgements that are to be sent")
        .register(metrics);
  }

  @Override
  public String name() {
    return "acknowledgements";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    count(State.UNCERTAIN, acknowledgements.settleInterrupted());
    acknowledgements.forgetAddresses();
    if (!server.isThere()) {
      return; // They wait until there is one.
    }
    try (SmtpConnection connection = server.connection()) {
      List<Queued> some;
      do {
        some = acknowledgements.due(AT_ONCE);
        for (Queued each : some) {
          if (acknowledgements.take(each.letterId())) {
            send(each, connection);
          }
        }
      } while (some.size() == AT_ONCE);
    }
  }

  private void send(Queued each, SmtpConnection connection) {
    Optional<org.consentledger.api.letter.Letter> message = message(each);
    if (message.isEmpty()) {
      settle(each.letterId(), State.GONE);
      return;
    }
    Delivery delivery = deliver(message.get(), connection);
    if (!(delivery instanceof Delivery.Taken)) {
      LOG.warn(
          "The acknowledgement of the letter {} was not taken ({}).",
          each.letterId(),
          delivery.getClass().getSimpleName());
    }
    switch (delivery) {
      case Delivery.Taken taken -> settle(each.letterId(), State.SENT);
      case Delivery.Refused refused -> settle(each.letterId(), State.REFUSED);
      case Delivery.Unclear unclear -> settle(each.letterId(), State.UNCERTAIN);
      case Delivery.Postponed postponed -> again(each);
    }
  }

  private static Delivery deliver(
      org.consentledger.api.letter.Letter message, SmtpConnection connection) {
    try {
      connection.open();
      return connection.deliver(message);
    } catch (MessagingException away) {
      return new Delivery.Postponed();
    }
  }

  private void again(Queued each) {
    if (each.attempts() + 1 >= MOST_ATTEMPTS) {
      settle(each.letterId(), State.REFUSED);
    } else {
      acknowledgements.putBack(
          each.letterId(), Math.min(LONGEST_WAIT_SECONDS, 10L << Math.min(each.attempts(), 10)));
    }
  }

  /** Nothing where the letter is gone, or nobody is left to answer. */
  private Optional<org.consentledger.api.letter.Letter> message(Queued each) {
    Optional<String> from = addresses.of(each.mailbox());
    Optional<RequestState> request = requests.find(each.requestId());
    Optional<Letter> letter = letter(each);
    Optional<String> to = letter.flatMap(Letter::sender);
    if (from.isEmpty() || request.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    // It answers one letter, and has one Message-ID, however often it is tried.
    org.consentledger.api.letter.Letter message = server.letter(each.letterId() + ".received");
    try {
      AcknowledgementLetter.write(
          message,
          from.get(),
          to.get(),
          letter.get(),
          text.about(
              request.get(), continuing.about(request.get(), each.language()), each.language()),
          clock.instant());
      return Optional.of(message);
    } catch (MessagingException unwritable) {
      return Optional.empty();
    }
  }

  private Optional<Letter> letter(Queued each) {
    try {
      byte[] bytes =
          vault.documents(each.requestId(), List.of(each.documentId())).get(each.documentId());
      return bytes == null ? Optional.empty() : Optional.of(LetterReader.read(bytes));
    } catch (Refused | LetterUnreadable gone) {
      return Optional.empty();
    }
  }

  private void settle(UUID letterId, State state) {
    acknowledgements.settle(letterId, state);
    count(state, 1);
  }

  private void count(State state, int times) {
    metrics.counter("ledger.mail.acknowledgements", "outcome", state.name()).increment(times);
  }
}
