package org.consentledger.api.request;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.letter.Delivery;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.api.mail.officers.OfficerNotice;
import org.consentledger.api.mail.officers.OfficerNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends answers to those who left an e-mail address, each at least once: an answer that is missing
 * is a promise that was not kept (clauses 3.2, 4.1), one that comes twice, with the same
 * Message-ID, does no harm. An officer is told of each that does not reach the person.
 */
@Component
final class MailedAnswerJob implements Job {

  /** So often in vain, about a day, and an officer is told; it is tried on. */
  private static final int IN_VAIN = 24;

  private static final Logger LOG = LoggerFactory.getLogger(MailedAnswerJob.class);

  private final MailedAnswers answers;
  private final MailedAnswerLetter letters;
  private final AnswerDelivery delivery;
  private final LetterServer server;
  private final OfficerNotices officers;
  private final TransactionTemplate transactions;
  private final Duration every;

  MailedAnswerJob(
      MailedAnswers answers,
      MailedAnswerLetter letters,
      AnswerDelivery delivery,
      LetterServer server,
      OfficerNotices officers,
      PlatformTransactionManager transactions,
      MeterRegistry metrics,
      @Value("${ledger.mail.answers.every:PT5S}") Duration every) {
    this.answers = answers;
    this.letters = letters;
    this.delivery = delivery;
    this.server = server;
    this.officers = officers;
    this.transactions = new TransactionTemplate(transactions);
    this.every = every;
    Gauge.builder("ledger.mail.answers.waiting", answers, MailedAnswers::waiting)
        .description("Answers to requests that are to leave by mail")
        .register(metrics);
  }

  @Override
  public String name() {
    return "mailed-answers";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    if (!server.isThere()) {
      return; // They wait until there is a mail server.
    }
    try (SmtpConnection connection = server.connection()) {
      Optional<MailedAnswers.Due> due = answers.take();
      while (due.isPresent()) {
        send(due.get(), connection);
        due = answers.take();
      }
    }
  }

  private void send(MailedAnswers.Due due, SmtpConnection connection) {
    Optional<Letter> letter;
    try {
      letter = letters.write(due);
    } catch (MessagingException unwritable) {
      delivery.end(due.requestId(), MailedAnswerState.REFUSED);
      return;
    }
    if (letter.isEmpty()) {
      delivery.end(due.requestId(), MailedAnswerState.GONE);
      return;
    }
    switch (delivery.deliver(letter.get(), connection)) {
      case Delivery.Taken taken -> delivery.end(due.requestId(), MailedAnswerState.SENT);
      case Delivery.Refused refused -> delivery.end(due.requestId(), MailedAnswerState.REFUSED);
      case Delivery.Postponed postponed -> again(due);
      case Delivery.Unclear unclear -> again(due);
    }
  }

  private void again(MailedAnswers.Due due) {
    LOG.warn("The answer to the request {} was not taken; it is tried again.", due.requestId());
    if (due.attempts() == IN_VAIN) {
      transactions.executeWithoutResult(
          transaction -> officers.add(OfficerNotice.ANSWER_NOT_SENT, due.requestId().value()));
    }
  }
}
