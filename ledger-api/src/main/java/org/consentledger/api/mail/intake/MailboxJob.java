package org.consentledger.api.mail.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.mail.intake.LetterTable.Place;
import org.consentledger.api.mail.letter.MailTrust;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Looks into a mailbox, one letter after the other, in the order in which they came. A letter is
 * first taken in and then filed in the mailbox; what a crash leaves unfiled is filed at the next
 * look. One node at a time does it, and where two do, a letter is still taken in once.
 */
final class MailboxJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);

  private final String name;
  private final Duration every;
  private final ImapMailbox mailbox;
  private final MailTrust trust;
  private final LetterDesk desk;
  private final LetterEffects effects;
  private final LetterTable table;
  private final MailboxStates states;
  private final MeterRegistry metrics;

  MailboxJob(
      String name,
      Duration every,
      ImapMailbox mailbox,
      MailTrust trust,
      LetterDesk desk,
      LetterEffects effects,
      LetterTable table,
      MailboxStates states,
      MeterRegistry metrics) {
    this.name = name;
    this.every = every;
    this.mailbox = mailbox;
    this.trust = trust;
    this.desk = desk;
    this.effects = effects;
    this.table = table;
    this.states = states;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "mail-in/" + name;
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    effects.finish();
    try {
      look();
      states.looked(name);
    } catch (MessagingException | IOException | IllegalStateException failure) {
      // What the server says may quote a letter or a name, and is not told.
      String told = failure instanceof AuthenticationFailedException ? "NOT_LET_IN" : "UNREACHABLE";
      states.failed(name, told);
      LOG.warn(
          "The mailbox {} could not be looked into ({}, {}); it is tried again in {} s.",
          name,
          told,
          failure.getClass().getSimpleName(),
          every.toSeconds());
    }
  }

  private void look() throws MessagingException, IOException {
    try (OpenFolder folder = mailbox.open()) {
      long validity = folder.uidValidity();
      file(folder, validity);
      for (long uid : folder.above(table.highest(name, validity))) {
        Optional<Delivered> delivered = folder.read(uid);
        if (delivered.isPresent()) {
          take(new Place(name, validity, uid), delivered.get());
          file(folder, validity);
        }
      }
    }
  }

  private void take(Place place, Delivered delivered) {
    Optional<Outcome> outcome;
    try {
      outcome = desk.take(place, delivered, trust);
    } catch (LedgerUnavailable | LedgerHalted | DataAccessException notNow) {
      throw notNow;
    } catch (RuntimeException failure) {
      LOG.error(
          "A letter of the mailbox {} could not be taken in ({}); it is set aside.",
          name,
          failure.getClass().getName());
      outcome = desk.setAside(place, delivered);
    }
    outcome.ifPresent(
        it ->
            metrics
                .counter("ledger.mail.letters", "mailbox", name, "outcome", it.name())
                .increment());
  }

  private void file(OpenFolder folder, long validity) throws MessagingException {
    for (LetterTable.Unfiled letter : table.unfiled(name, validity)) {
      folder.file(letter.uid(), letter.outcome().disposition(letter.whole()));
      table.filed(letter.letterId());
    }
  }
}
