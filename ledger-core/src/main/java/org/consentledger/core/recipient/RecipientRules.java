package org.consentledger.core.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.core.recipient.RecipientCommand.DescribeRecipient;
import org.consentledger.core.recipient.RecipientCommand.RecordAssurance;
import org.consentledger.core.recipient.RecipientCommand.RecordNotice;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderAssured;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderNoticeFiled;
import org.consentledger.core.recipient.RecipientEvent.RecipientDescribed;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.jspecify.annotations.Nullable;

/** What comes of a command to a recipient. */
final class RecipientRules {

  private RecipientRules() {}

  /** Clause 8.5: what is said of a recipient makes a version of it; the same again makes none. */
  static List<RecipientEvent> describe(
      @Nullable RecipientState recipient, DescribeRecipient command, Instant now) {
    LocalDate contractDate = command.description().contractDate();
    if (contractDate != null) {
      requirePast(contractDate, now);
    }
    if (recipient != null && recipient.latest().description().says(command.description())) {
      return List.of();
    }
    int number = recipient == null ? 1 : recipient.latest().number() + 1;
    return List.of(
        new RecipientDescribed(command.recipientId(), number, command.description(), now));
  }

  /** Clause 10.2: the information is about the country in which the recipient is. */
  static List<RecipientEvent> assure(
      @Nullable RecipientState recipient, RecordAssurance command, Instant now) {
    String country = known(recipient).latest().country();
    requirePast(command.date(), now);
    boolean isRecorded =
        known(recipient).assurances().stream()
            .anyMatch(it -> says(it, country, command.date(), command.referenceHash()));
    return isRecorded
        ? List.of()
        : List.of(
            new CrossBorderAssured(
                command.recipientId(),
                country,
                command.date(),
                command.referenceHash(),
                command.reference(),
                now));
  }

  /** Clauses 10.1, 10.2: the notice is filed after the information was obtained. */
  static List<RecipientEvent> giveNotice(
      @Nullable RecipientState recipient, RecordNotice command, Instant now) {
    String country = known(recipient).latest().country();
    requirePast(command.date(), now);
    boolean isAssured =
        known(recipient).assurances().stream()
            .anyMatch(it -> it.country().equals(country) && !it.date().isAfter(command.date()));
    if (!isAssured) {
      throw new Refused(new Refusal.NoticeBeforeAssurance());
    }
    boolean isRecorded =
        known(recipient).notices().stream()
            .anyMatch(it -> says(it, country, command.date(), command.referenceHash()));
    return isRecorded
        ? List.of()
        : List.of(
            new CrossBorderNoticeFiled(
                command.recipientId(),
                country,
                command.date(),
                command.referenceHash(),
                command.reference(),
                now));
  }

  private static RecipientState known(@Nullable RecipientState recipient) {
    if (recipient == null) {
      throw new Refused(new Refusal.RecipientUnknown());
    }
    return recipient;
  }

  private static void requirePast(LocalDate date, Instant now) {
    if (date.isAfter(Kazakhstan.dayOf(now))) {
      throw new Refused(new Refusal.DateInFuture());
    }
  }

  private static boolean says(
      CrossBorderStep step, String country, LocalDate date, String referenceHash) {
    return step.country().equals(country)
        && step.date().equals(date)
        && step.referenceHash().equals(referenceHash);
  }
}
