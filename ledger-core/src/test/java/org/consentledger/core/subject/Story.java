package org.consentledger.core.subject;

import static org.consentledger.core.testing.Samples.DEADLINES;
import static org.consentledger.core.testing.Samples.SUBJECT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A random life of one subject, of some purposes, recipients and grounds and of the policy, carried
 * out by the real rules and told to the model.
 */
final class Story {

  /** Three minutes before midnight in Kazakhstan, so that a day ends in the story. */
  private static final Instant BEGINNING = Instant.parse("2026-01-01T18:57:00Z");

  final PermissionModel model = new PermissionModel();
  final List<SubjectHistory.Entry> entries = new ArrayList<>();

  /**
   * For each purpose, when the last no was said that was answered with success, unless a later yes
   * was.
   */
  final Map<PurposeId, Instant> refusedSince = new HashMap<>();

  /** For each purpose, the latest demand to stop that was recorded. */
  final Map<PurposeId, Instant> stoppedSince = new HashMap<>();

  private final Chance chance;
  private final StoryRegisters registers;
  private Instant now = BEGINNING;
  private Instant recorded = BEGINNING;
  private @Nullable SubjectState state;

  Story(long seed) {
    chance = new Chance(seed);
    registers = new StoryRegisters(chance, model);
    registers.publish(now, false, null, recorded);
    for (PurposeId purpose : Chance.PURPOSES.subList(0, 3)) {
      registers.define(purpose, now, recorded);
    }
  }

  Instant now() {
    return now;
  }

  Instant recorded() {
    return recorded;
  }

  @Nullable SubjectState state() {
    return state;
  }

  HistoryReader history() {
    return subject -> new SubjectHistory(entries);
  }

  Registers registers() {
    return registers.now();
  }

  Question question() {
    return chance.question();
  }

  Instant moment() {
    return now.plusSeconds(chance.below(200) - 150);
  }

  SubjectCommand.RecordProcessing recordProcessing() {
    return new Wishes(chance, state, now).process();
  }

  /** One more thing happens; or is refused, which changes nothing. */
  void goOn() {
    // Now and then the clock of the node that takes the command is behind that of the one before.
    now = now.plusSeconds(chance.oneIn(8) ? -chance.below(20) : chance.below(20));
    recorded = now.isAfter(recorded) ? now : recorded;
    int kind = chance.below(87);
    if (kind == 0) {
      registers.publish(
          now.plusSeconds(chance.below(60) - 30), chance.oneIn(2), chance.maybe(now, 60), recorded);
    } else if (kind <= 3) {
      registers.define(chance.purpose(), now, recorded);
    } else if (kind == 4 && chance.oneIn(4)) {
      registers.retire(chance.purpose(), recorded);
    } else if (kind >= 75 && kind < 85) {
      goOnElsewhere(kind);
    } else if (state == null) {
      register();
    } else {
      try {
        live(kind, new Wishes(chance, state, now)).forEach(this::happened);
      } catch (Refused refused) {
        // Nothing changed.
      }
    }
  }

  private void goOnElsewhere(int kind) {
    switch (kind) {
      case 75, 76, 77 -> registers.recipients().describe(chance.recipient(), recorded);
      case 78, 79, 80 -> registers.recipients().assure(chance.recipient(), recorded);
      case 81, 82 -> registers.recipients().notice(chance.recipient(), recorded);
      default -> registers.switchGround(chance.ground(), recorded);
    }
  }

  private List<? extends SubjectEvent> live(int kind, Wishes wishes) {
    PurposeId purpose = chance.purpose();
    UUID name = new UUID(5, entries.size());
    return switch (kind) {
      case 5 ->
          chance.oneIn(8)
              ? DisposalRules.anonymise(state, wishes.anonymise(name), registers(), now)
              : List.of();
      case 6 ->
          chance.oneIn(8)
              ? DisposalRules.destroy(state, wishes.destroy(name), registers(), now)
              : List.of();
      case 7, 8 -> DataRules.block(state, wishes.block(), registers(), now);
      case 9, 10, 11, 12, 13 -> DataRules.unblock(state, wishes.unblock(), registers(), now);
      case 14, 15 -> DataRules.rectify(state, wishes.rectify(), registers(), now);
      case 16 -> DataRules.confirm(state, wishes.confirmAccuracy(), now);
      case 17, 18, 19, 20 ->
          no(purpose, ConsentRules.withdraw(state, wishes.withdraw(purpose), registers(), now));
      case 21, 22 ->
          no(purpose, ConsentRules.refuse(state, wishes.refuse(purpose), registers(), now));
      case 23, 24, 25 ->
          yes(purpose, ConsentRules.renew(state, wishes.renew(purpose), registers(), now));
      case 26, 27 ->
          ProcessingRules.record(state, wishes.process(), registers(), history(), DEADLINES, now);
      case 28, 29 -> stop(GroundRules.cease(state, wishes.cease(), registers(), now));
      case 30, 31 -> GroundRules.ceaseTransfer(state, wishes.ceaseTransfer(), registers(), now);
      case 32 -> state.isActive() ? List.of(wishes.unlawful()) : List.of();
      case 33, 34 -> ProtectionRules.prohibit(state, wishes.prohibit(name), registers(), now);
      case 35, 36 -> ProtectionRules.lift(state, wishes.liftProhibition(), now);
      case 37 -> ProtectionRules.override(state, wishes.override(), now);
      case 38 -> ProtectionRules.hold(state, wishes.hold(name), now);
      case 39 -> ProtectionRules.release(state, wishes.liftHold(), now);
      case 85 -> SuspensionRules.suspend(state, wishes.suspend(name), now);
      case 86 -> SuspensionRules.resume(state, wishes.resume(), now);
      case 40, 41, 42, 43, 44 -> GroundRules.end(state, wishes.end(), now);
      case 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56 ->
          GroundRules.claim(state, wishes.claim(name), registers(), now);
      case 70, 71, 72 -> DisposalRules.cancel(state, wishes.cancelDisposal(), registers(), now);
      case 73 -> DisposalRules.approve(state, wishes.approve(), registers(), now);
      case 74 ->
          state.isActive() && state.circumstances().disposal() == null && chance.oneIn(2)
              ? List.of(wishes.disposeOfSome(name))
              : List.of();
      default ->
          yes(
              purpose,
              ConsentRules.give(
                  state, wishes.give(purpose, registers.anyPolicy()), registers(), now));
    };
  }

  private List<ConsentEvent> yes(PurposeId purpose, List<ConsentEvent> events) {
    for (ConsentEvent event : events) {
      refusedSince.computeIfPresent(
          purpose, (same, since) -> event.effectiveAt().isAfter(since) ? null : since);
    }
    return events;
  }

  /** The person said no, and it was recorded; a no that is said twice holds since the first. */
  private List<ConsentEvent> no(PurposeId purpose, List<ConsentEvent> events) {
    for (ConsentEvent event : events) {
      refusedSince.merge(
          purpose, event.effectiveAt(), (one, other) -> one.isAfter(other) ? one : other);
    }
    return events;
  }

  private List<SubjectEvent> stop(List<SubjectEvent> events) {
    for (SubjectEvent event : events) {
      SortedSet<PurposeId> named = ((CessationEvent) event).purposes();
      for (PurposeId purpose : named.isEmpty() ? Chance.PURPOSES : named) {
        stoppedSince.merge(
            purpose, event.effectiveAt(), (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return events;
  }

  private void register() {
    PurposeId purpose = Chance.PURPOSES.get(0);
    SortedSet<Category> categories = new TreeSet<>(chance.someCategories());
    categories.retainAll(registers().purpose(purpose).latest().definition().categories());
    try {
      DataRules.register(
              new SubjectCommand.RegisterSubject(
                  SUBJECT, purpose, null, null, categories, null, false),
              registers(),
              now)
          .forEach(this::happened);
    } catch (Refused retired) {
      // Nobody is registered for a purpose that has ended.
    }
  }

  Instant effectiveAt(UUID eventId) {
    return entries.stream()
        .filter(entry -> entry.eventId().equals(eventId))
        .map(entry -> entry.event().effectiveAt())
        .findFirst()
        .orElseThrow();
  }

  private void happened(SubjectEvent event) {
    UUID id = new UUID(1, entries.size());
    entries.add(new SubjectHistory.Entry(event, id, recorded));
    state = SubjectState.evolve(state, event, id);
    Facts.of(event, recorded).ifPresent(model::tell);
  }
}
