package org.consentledger.core.mailing;

import java.time.Instant;
import java.util.List;
import org.consentledger.core.mailing.MailingCommand.CancelMailing;
import org.consentledger.core.mailing.MailingCommand.CompleteMailing;
import org.consentledger.core.mailing.MailingCommand.PauseMailing;
import org.consentledger.core.mailing.MailingCommand.PlanMailing;
import org.consentledger.core.mailing.MailingCommand.ResumeMailing;
import org.consentledger.core.mailing.MailingCommand.StartMailing;
import org.consentledger.core.mailing.MailingEvent.MailingCancelled;
import org.consentledger.core.mailing.MailingEvent.MailingCompleted;
import org.consentledger.core.mailing.MailingEvent.MailingPaused;
import org.consentledger.core.mailing.MailingEvent.MailingPlanned;
import org.consentledger.core.mailing.MailingEvent.MailingResumed;
import org.consentledger.core.mailing.MailingEvent.MailingStarted;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/** What comes of a command to a mailing. What is asked for twice happens once. */
final class MailingRules {

  private static final Category EMAIL = new Category("EMAIL");

  private MailingRules() {}

  /** Clauses 5.2, 5.5: letters are for a predetermined purpose that needs addresses. */
  static List<MailingEvent> plan(
      @Nullable MailingState mailing, PlanMailing command, Registers registers, Instant now) {
    if (mailing != null && mailing.plan().says(command.plan())) {
      return List.of();
    }
    if (mailing != null && mailing.status() != MailingStatus.PLANNED) {
      throw new Refused(new Refusal.MailingUnderWay());
    }
    requirePurpose(command.plan().purposeId(), registers, now);
    int number = mailing == null ? 1 : mailing.number() + 1;
    return List.of(new MailingPlanned(command.mailingId(), number, command.plan(), now));
  }

  static List<MailingEvent> start(
      @Nullable MailingState mailing, StartMailing command, Registers registers, Instant now) {
    MailingState known = known(mailing);
    return switch (known.status()) {
      case PLANNED -> {
        requirePurpose(known.plan().purposeId(), registers, now);
        yield List.of(new MailingStarted(command.mailingId(), now));
      }
      case RUNNING -> List.of();
      case PAUSED -> throw new Refused(new Refusal.MailingUnderWay());
      case CANCELLED, COMPLETED -> throw new Refused(new Refusal.MailingEnded());
    };
  }

  static List<MailingEvent> pause(
      @Nullable MailingState mailing, PauseMailing command, Instant now) {
    return switch (known(mailing).status()) {
      case PLANNED -> throw new Refused(new Refusal.MailingNotStarted());
      case RUNNING -> List.of(new MailingPaused(command.mailingId(), now));
      case PAUSED -> List.of();
      case CANCELLED, COMPLETED -> throw new Refused(new Refusal.MailingEnded());
    };
  }

  static List<MailingEvent> resume(
      @Nullable MailingState mailing, ResumeMailing command, Instant now) {
    return switch (known(mailing).status()) {
      case PLANNED -> throw new Refused(new Refusal.MailingNotStarted());
      case RUNNING -> List.of();
      case PAUSED -> List.of(new MailingResumed(command.mailingId(), now));
      case CANCELLED, COMPLETED -> throw new Refused(new Refusal.MailingEnded());
    };
  }

  static List<MailingEvent> cancel(
      @Nullable MailingState mailing, CancelMailing command, Instant now) {
    return switch (known(mailing).status()) {
      case PLANNED, RUNNING, PAUSED -> List.of(new MailingCancelled(command.mailingId(), now));
      case CANCELLED -> List.of();
      case COMPLETED -> throw new Refused(new Refusal.MailingEnded());
    };
  }

  /** Nobody asks for it but the ledger itself, so that there is nothing to refuse. */
  static List<MailingEvent> complete(
      @Nullable MailingState mailing, CompleteMailing command, Instant now) {
    return known(mailing).status() == MailingStatus.RUNNING
        ? List.of(new MailingCompleted(command.mailingId(), command.counts(), now))
        : List.of();
  }

  private static void requirePurpose(PurposeId purposeId, Registers registers, Instant now) {
    PurposeState purpose = registers.purpose(purposeId);
    if (purpose.isRetiredAt(now)) {
      throw new Refused(new Refusal.PurposeRetired());
    }
    if (!purpose.asItWas(now).definition().categories().contains(EMAIL)) {
      throw new Refused(new Refusal.CategoryOutsidePurpose());
    }
  }

  private static MailingState known(@Nullable MailingState mailing) {
    if (mailing == null) {
      throw new Refused(new Refusal.MailingUnknown());
    }
    return mailing;
  }
}
