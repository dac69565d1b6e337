package org.consentledger.core.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.recipient.RecipientDescription;
import org.consentledger.core.recipient.RecipientEvent;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderAssured;
import org.consentledger.core.recipient.RecipientEvent.CrossBorderNoticeFiled;
import org.consentledger.core.recipient.RecipientEvent.RecipientDescribed;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;

/** The recipients of a {@link Story}, told to the model as they change. */
final class StoryRecipients {

  private static final List<String> COUNTRIES = List.of("KZ", "DE");

  private final Chance chance;
  private final PermissionModel model;
  private final SortedMap<RecipientId, RecipientState> recipients = new TreeMap<>();

  StoryRecipients(Chance chance, PermissionModel model) {
    this.chance = chance;
    this.model = model;
  }

  SortedMap<RecipientId, RecipientState> now() {
    return recipients;
  }

  /** A recipient is described, or moves, or its contract ends or begins. */
  void describe(RecipientId recipient, Instant recorded) {
    RecipientState before = recipients.get(recipient);
    int number = before == null ? 1 : before.latest().number() + 1;
    RecipientDescription description =
        new RecipientDescription(
            chance.oneOf(COUNTRIES),
            chance.oneOf(RecipientKind.values()),
            !chance.oneIn(3),
            null,
            "d".repeat(64),
            new UUID(6, number));
    happened(new RecipientDescribed(recipient, number, description, recorded));
    model.tell(
        new Fact.Described(
            recipient,
            number,
            description.country(),
            description.hasContract(),
            recorded,
            recorded));
  }

  /** Clause 10.2: the information arrived today, or yesterday. */
  void assure(RecipientId recipient, Instant recorded) {
    RecipientState known = recipients.get(recipient);
    if (known == null) {
      return;
    }
    LocalDate date = recently(recorded);
    String country = known.latest().country();
    happened(
        new CrossBorderAssured(recipient, country, date, "e".repeat(64), new UUID(6, 0), recorded));
    model.tell(
        new Fact.Prepared(recipient, Fact.Step.ASSURANCE, country, beginning(date), recorded));
  }

  /** Clauses 10.1, 10.2: the notice was filed today, or yesterday; never before the information. */
  void notice(RecipientId recipient, Instant recorded) {
    RecipientState known = recipients.get(recipient);
    if (known == null) {
      return;
    }
    LocalDate date = recently(recorded);
    String country = known.latest().country();
    boolean assured =
        known.assurances().stream()
            .anyMatch(it -> it.country().equals(country) && !it.date().isAfter(date));
    if (assured) {
      happened(
          new CrossBorderNoticeFiled(
              recipient, country, date, "f".repeat(64), new UUID(6, 0), recorded));
      model.tell(
          new Fact.Prepared(recipient, Fact.Step.NOTICE, country, beginning(date), recorded));
    }
  }

  private void happened(RecipientEvent event) {
    recipients.put(
        event.recipientId(),
        RecipientState.evolve(recipients.get(event.recipientId()), event, new UUID(6, 1)));
  }

  /** In Kazakhstan, which is five hours ahead. */
  private LocalDate recently(Instant recorded) {
    LocalDate today = recorded.atOffset(ZoneOffset.ofHours(5)).toLocalDate();
    return chance.oneIn(3) ? today.minusDays(1) : today;
  }

  private static Instant beginning(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.ofHours(5));
  }
}
