package org.consentledger.api.mailing;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.vocabulary.MailingId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends letters over several connections at a time, at one pace. */
@Component
final class MailingRuns {

  private static final Logger LOG = LoggerFactory.getLogger(MailingRuns.class);

  private final MailingSender sender;
  private final MailingContents contents;
  private final OperatorProfiles operators;
  private final PurposeTitles titles;
  private final LetterServer server;
  private final LetterTokens tokens;
  private final Pages pages;
  private final OutgoingMailProperties properties;
  private final Clock clock;

  MailingRuns(
      MailingSender sender,
      MailingContents contents,
      OperatorProfiles operators,
      PurposeTitles titles,
      LetterServer server,
      LetterTokens tokens,
      Pages pages,
      OutgoingMailProperties properties,
      Clock clock) {
    this.sender = sender;
    this.contents = contents;
    this.operators = operators;
    this.titles = titles;
    this.server = server;
    this.tokens = tokens;
    this.pages = pages;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Begins to send.
   *
   * @param ending whether no further letter is to be begun
   */
  Run begin(BooleanSupplier ending) {
    List<SmtpConnection> connections = new ArrayList<>();
    for (int i = 0; i < properties.connections(); i++) {
      connections.add(server.connection());
    }
    return new Run(connections, ending);
  }

  /** A while of sending. It belongs to one thread, which has others that help. */
  final class Run implements AutoCloseable {

    private final List<SmtpConnection> connections;
    private final BooleanSupplier ending;
    private final Pace pace = new Pace(properties.rate());
    private final Map<MailingId, Pace> paces = new HashMap<>();
    private final Map<MailingId, LetterWriter> writers = new HashMap<>();

    private Run(List<SmtpConnection> connections, BooleanSupplier ending) {
      this.connections = connections;
      this.ending = ending;
    }

    /** Sends these letters of a mailing; whether the mail server is there. */
    boolean send(MailingState mailing, List<Letters.Entry> due) {
      LetterWriter writer = writers.computeIfAbsent(mailing.mailingId(), id -> writer(mailing));
      Pace own = paces.computeIfAbsent(mailing.mailingId(), id -> pace(mailing));
      Queue<Letters.Entry> left = new ConcurrentLinkedQueue<>(due);
      AtomicBoolean isThere = new AtomicBoolean(true);
      Executor threads = task -> Thread.ofVirtual().name("ledger-mailing").start(task);
      List<CompletableFuture<Void>> helpers =
          connections.stream()
              .map(
                  connection ->
                      CompletableFuture.runAsync(
                          () -> sendAll(mailing, left, writer, own, connection, isThere), threads))
              .toList();
      try {
        helpers.forEach(CompletableFuture::join);
      } catch (CompletionException failure) {
        throw failure.getCause() instanceof RuntimeException known ? known : failure;
      }
      return isThere.get();
    }

    private void sendAll(
        MailingState mailing,
        Queue<Letters.Entry> left,
        LetterWriter writer,
        Pace own,
        SmtpConnection connection,
        AtomicBoolean isThere) {
      for (Letters.Entry letter = left.poll();
          letter != null && isThere.get() && !ending.getAsBoolean();
          letter = left.poll()) {
        pace.await();
        own.await();
        try {
          connection.open();
          sender.send(mailing, letter, writer, connection);
        } catch (MessagingException | SQLException away) {
          isThere.set(false);
          LOG.warn(
              "The mailing {} waits: {}.",
              mailing.mailingId(),
              away instanceof SQLException
                  ? "the database is away"
                  : "the mail server is away, or refuses the ledger");
        }
      }
    }

    private Pace pace(MailingState mailing) {
      Integer rate = mailing.plan().rate();
      return new Pace(rate == null ? properties.rate() : rate);
    }

    private LetterWriter writer(MailingState mailing) {
      MailingRequest content = contents.of(mailing);
      return new LetterWriter(
          server,
          tokens,
          pages,
          clock,
          operators.current().orElseThrow(),
          content,
          language -> titles.of(mailing.plan().purposeId(), language),
          sender(content),
          properties.bounceAddress());
    }

    private InternetAddress sender(MailingRequest content) {
      return Optional.ofNullable(content.sendFrom())
          .flatMap(Addresses::parse)
          .or(properties::sender)
          .orElseThrow();
    }

    @Override
    public void close() {
      connections.forEach(SmtpConnection::close);
    }
  }
}
