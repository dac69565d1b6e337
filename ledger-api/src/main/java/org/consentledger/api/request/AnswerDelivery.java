package org.consentledger.api.request;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import org.consentledger.api.letter.Delivery;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.api.mail.officers.OfficerNotice;
import org.consentledger.api.mail.officers.OfficerNotices;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.vocabulary.RequestId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands answers to the mail server, and notes what became of them. */
@Component
final class AnswerDelivery {

  private final MailedAnswers answers;
  private final LetterServer server;
  private final OfficerNotices officers;
  private final Vault vault;
  private final TransactionTemplate transactions;
  private final MeterRegistry metrics;

  AnswerDelivery(
      MailedAnswers answers,
      LetterServer server,
      OfficerNotices officers,
      Vault vault,
      PlatformTransactionManager transactions,
      MeterRegistry metrics) {
    this.answers = answers;
    this.server = server;
    this.officers = officers;
    this.vault = vault;
    this.transactions = new TransactionTemplate(transactions);
    this.metrics = metrics;
  }

  /** Hands an answer over, and opens the connection where that is not done yet. */
  Delivery deliver(Letter letter, SmtpConnection connection) {
    try {
      connection.open();
      return connection.deliver(letter);
    } catch (MessagingException away) {
      return new Delivery.Postponed();
    }
  }

  /**
   * Hands over, once, an answer that tells somebody of the destruction of their data: with the data
   * go the answer and the address, so that nobody can write it again. One that cannot be handed
   * over is gone, unless the data is still there. One that was handed over already is left alone.
   */
  void deliverLast(RequestId request, Letter letter) {
    if (!answers.takeFirst(request)) {
      return;
    }
    Delivery delivery;
    try (SmtpConnection connection = server.connection()) {
      delivery = deliver(letter, connection);
    }
    switch (delivery) {
      case Delivery.Taken taken -> end(request, MailedAnswerState.SENT);
      case Delivery.Refused refused -> end(request, MailedAnswerState.REFUSED);
      case Delivery.Postponed postponed -> endWhereGone(request);
      case Delivery.Unclear unclear -> endWhereGone(request);
    }
  }

  private void endWhereGone(RequestId request) {
    if (!vault.takes(request)) {
      end(request, MailedAnswerState.GONE);
    }
  }

  /** Notes what became of an answer; an officer is told of one that did not arrive. */
  void end(RequestId request, MailedAnswerState state) {
    transactions.executeWithoutResult(
        transaction -> {
          answers.settle(request, state);
          if (state != MailedAnswerState.SENT) {
            officers.add(OfficerNotice.ANSWER_NOT_SENT, request.value());
          }
        });
    metrics.counter("ledger.mail.answers", "outcome", state.name()).increment();
  }
}
