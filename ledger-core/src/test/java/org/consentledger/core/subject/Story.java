package org.consentledger.core.subject;

import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.texts;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SUBJECT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.policy.PolicyEvent.PolicyPublished;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestReason;
import org.jspecify.annotations.Nullable;

/**
 * A random life of one subject, of some purposes and of the policy, carried out by the real rules
 * and told to the model.
 */
final class Story {

  static final List<PurposeId> PURPOSES =
      List.of(
          new PurposeId("a"),
          new PurposeId("b"),
          new PurposeId("by-law"),
          new PurposeId("unknown"));
  private static final List<Category> CATEGORIES = List.of(EMAIL, PHONE, IIN);
  private static final List<RecipientId> RECIPIENTS = List.of(PRINTER, COURIER);

  final PermissionModel model = new PermissionModel();
  final List<SubjectHistory.Entry> entries = new ArrayList<>();

  /**
   * For each purpose, when the last no was said that was answered with success, unless a later yes
   * was.
   */
  final Map<PurposeId, Instant> refusedSince = new HashMap<>();

  private final Random random;
  private final SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
  private final SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();
  private Instant now = BEGINNING;
  private Instant recorded = BEGINNING;
  private @Nullable SubjectState state;

  Story(long seed) {
    random = new Random(seed);
    publish(now, false, null);
    for (PurposeId purpose : PURPOSES.subList(0, 3)) {
      define(purpose);
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

  Registers registers() {
    return new Registers(purposes, policies, null);
  }

  /** One more thing happens; or is refused, which changes nothing. */
  void goOn() {
    // Now and then the clock of the node that takes the command is behind that of the one before.
    now = now.plusSeconds(random.nextInt(8) == 0 ? -random.nextInt(20) : random.nextInt(20));
    recorded = now.isAfter(recorded) ? now : recorded;
    int kind = random.nextInt(40);
    if (kind == 0) {
      publish(now.plusSeconds(random.nextInt(60) - 30), random.nextBoolean(), maybe(60));
    } else if (kind <= 2) {
      define(PURPOSES.get(random.nextInt(3)));
    } else if (kind == 3 && random.nextInt(3) == 0) {
      retire(PURPOSES.get(random.nextInt(3)));
    } else if (state == null) {
      register();
    } else {
      live(kind);
    }
  }

  Question question() {
    return new Question(
        PURPOSES.get(random.nextInt(4)),
        ProcessingAction.values()[random.nextInt(18)],
        someCategories(),
        random.nextInt(3) == 0 ? RECIPIENTS.get(random.nextInt(2)) : null,
        random.nextInt(3) == 0 ? (random.nextBoolean() ? "KZ" : "DE") : null);
  }

  Instant moment() {
    return now.plusSeconds(random.nextInt(200) - 150);
  }

  private void live(int kind) {
    SubjectState before = state;
    PurposeId purpose = PURPOSES.get(random.nextInt(3));
    Registers registers = registers();
    boolean dated = random.nextInt(3) == 0;
    Instant when = dated ? now.plusSeconds(random.nextInt(100) - 90) : null;
    Scope scope = new Scope(someCategories(), somePurposes());
    try {
      List<? extends SubjectEvent> events =
          switch (kind) {
            case 4 ->
                random.nextInt(3) > 0
                    ? List.of()
                    : DataRules.anonymise(
                        before,
                        new SubjectCommand.AnonymiseSubject(SUBJECT, DisposalGround.REQUEST, null),
                        now);
            case 5 ->
                random.nextInt(3) > 0
                    ? List.of()
                    : DataRules.destroy(
                        before,
                        new SubjectCommand.DestroySubject(SUBJECT, DisposalGround.REQUEST, null),
                        now);
            case 6, 7, 8, 9 ->
                DataRules.block(
                    before,
                    new SubjectCommand.BlockProcessing(SUBJECT, scope, RequestReason.INACCURATE),
                    registers,
                    now);
            case 10, 11, 12, 13 ->
                DataRules.unblock(
                    before,
                    new SubjectCommand.UnblockProcessing(SUBJECT, scope, null),
                    registers,
                    now);
            case 14, 15 ->
                DataRules.rectify(
                    before,
                    new SubjectCommand.RectifyPersonalData(
                        SUBJECT, someCategories(), null, true, scope),
                    registers,
                    now);
            case 16, 17, 18, 19, 20 ->
                no(
                    purpose,
                    ConsentRules.withdraw(
                        before,
                        new SubjectCommand.WithdrawConsent(SUBJECT, purpose, Channel.WEB, when),
                        registers,
                        now));
            case 21, 22, 23 ->
                no(
                    purpose,
                    ConsentRules.refuse(
                        before,
                        new SubjectCommand.RefuseConsent(SUBJECT, purpose, Channel.WEB, when),
                        registers,
                        now));
            case 24, 25, 26 ->
                yes(
                    purpose,
                    ConsentRules.renew(
                        before,
                        new SubjectCommand.RenewConsent(
                            SUBJECT, purpose, Channel.WEB, null, null, null, when, maybe(60)),
                        registers,
                        now));
            case 27 ->
                ConsentRules.expire(
                    before, new SubjectCommand.ExpireConsent(SUBJECT, purpose), now);
            case 28 -> ProcessingRules.record(before, recordProcessing(), registers, now);
            default -> yes(purpose, ConsentRules.give(before, give(purpose, when), registers, now));
          };
      events.forEach(this::happened);
    } catch (Refused refused) {
      // Nothing changed.
    }
  }

  SubjectCommand.RecordProcessing recordProcessing() {
    return new SubjectCommand.RecordProcessing(
        SUBJECT, question(), Channel.API, random.nextBoolean(), random.nextBoolean());
  }

  private SubjectCommand.GiveConsent give(PurposeId purpose, @Nullable Instant when) {
    SortedSet<RecipientId> recipients = new TreeSet<>();
    RECIPIENTS.stream().filter(recipient -> random.nextInt(3) == 0).forEach(recipients::add);
    List<PolicyVersion> published = List.copyOf(policies.keySet());
    return new SubjectCommand.GiveConsent(
        SUBJECT,
        purpose,
        published.get(random.nextInt(published.size())),
        Language.RU,
        null,
        Channel.WEB,
        GiverRole.SUBJECT,
        null,
        someCategories(),
        new ConsentConditions(
            random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), recipients),
        null,
        when,
        maybe(90));
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

  private void register() {
    SortedSet<Category> categories = new TreeSet<>(someCategories());
    categories.retainAll(purposes.get(PURPOSES.get(0)).latest().definition().categories());
    try {
      DataRules.register(
              new SubjectCommand.RegisterSubject(
                  SUBJECT, PURPOSES.get(0), null, null, categories, null, false),
              registers(),
              now)
          .forEach(this::happened);
    } catch (Refused retired) {
      // Nobody is registered for a purpose that has ended.
    }
  }

  private void happened(SubjectEvent event) {
    UUID id = new UUID(1, entries.size());
    entries.add(new SubjectHistory.Entry(event, id, recorded));
    state = SubjectState.evolve(state, event, id);
    Instant at = event.effectiveAt();
    switch (event) {
      case RegistrationEvent.SubjectRegistered it -> model.tell(new Fact.Registered(at, recorded));
      case RegistrationEvent.PersonalDataRectified it -> {}
      case RegistrationEvent.AccuracyConfirmed it -> {}
      case GroundEvent it -> {}
      case CessationEvent it -> {}
      case ProhibitionEvent it -> {}
      case HoldEvent it -> {}
      case ProcessingEvent it -> {}
      case ConsentEvent.ConsentGiven it ->
          model.tell(new Fact.SaidYes(it.purposeId(), it.terms(), at, recorded));
      case ConsentEvent.ConsentRenewed it ->
          model.tell(new Fact.SaidYes(it.purposeId(), it.terms(), at, recorded));
      case ConsentEvent.ConsentExpired it -> {} // time alone decides
      case ConsentEvent.ConsentRefused it ->
          model.tell(new Fact.SaidNo(it.purposeId(), false, at, recorded));
      case ConsentEvent.ConsentWithdrawn it ->
          model.tell(new Fact.SaidNo(it.purposeId(), true, at, recorded));
      case RestrictionEvent.ProcessingBlocked it ->
          model.tell(
              new Fact.Stated(true, it.scope().categories(), it.scope().purposes(), at, recorded));
      case RestrictionEvent.ProcessingUnblocked it ->
          model.tell(
              new Fact.Stated(false, it.scope().categories(), it.scope().purposes(), at, recorded));
      case DisposalEvent.SubjectAnonymised it -> model.tell(new Fact.Ended(false, at, recorded));
      case DisposalEvent.SubjectDestroyed it -> model.tell(new Fact.Ended(true, at, recorded));
    }
  }

  private void publish(Instant effectiveFrom, boolean material, @Nullable Instant reconsentBy) {
    PolicyVersion version = new PolicyVersion("v" + policies.size());
    policies.put(
        version,
        PolicyState.evolve(
            new PolicyPublished(version, effectiveFrom, material, reconsentBy, texts(), recorded),
            new UUID(2, policies.size())));
    Instant ends = null;
    if (material) {
      ends =
          reconsentBy != null && reconsentBy.isAfter(effectiveFrom) ? reconsentBy : effectiveFrom;
    }
    model.tell(new Fact.Published(version, ends, effectiveFrom, recorded));
  }

  private void define(PurposeId purpose) {
    PurposeState before = purposes.get(purpose);
    if (before != null && before.retiredAt() != null) {
      return;
    }
    DefinitionBuilder builder = definition();
    if (before != null) {
      EnumSet<ProcessingAction> actions = EnumSet.allOf(ProcessingAction.class);
      actions.removeIf(action -> random.nextInt(6) == 0);
      SortedSet<Category> needed = someCategories();
      builder =
          builder
              .allowing(actions.toArray(ProcessingAction[]::new))
              .needing(needed.toArray(Category[]::new));
    }
    PurposeDefinition definition =
        builder
            .restingOn(
                purpose.value().equals("by-law")
                    ? LegalGround.LEGAL_OBLIGATION
                    : LegalGround.CONSENT)
            .build();
    int number = before == null ? 1 : before.latest().number() + 1;
    Instant from = before == null ? now.minusSeconds(random.nextInt(30)) : recorded;
    PurposeEvent.PurposeDefined event =
        new PurposeEvent.PurposeDefined(purpose, number, definition, from, recorded);
    purposes.put(purpose, PurposeState.evolve(before, event, new UUID(3, number)));
    model.tell(
        new Fact.Determined(
            purpose,
            number,
            definition.categories(),
            definition.actions(),
            definition.grounds(),
            from,
            recorded));
  }

  private void retire(PurposeId purpose) {
    PurposeState before = purposes.get(purpose);
    if (before.retiredAt() == null) {
      PurposeEvent.PurposeRetired event = new PurposeEvent.PurposeRetired(purpose, recorded);
      purposes.put(purpose, PurposeState.evolve(before, event, new UUID(4, 0)));
      model.tell(new Fact.Retired(purpose, recorded, recorded));
    }
  }

  private SortedSet<Category> someCategories() {
    SortedSet<Category> some = new TreeSet<>();
    CATEGORIES.stream().filter(category -> random.nextInt(3) == 0).forEach(some::add);
    return some;
  }

  private SortedSet<PurposeId> somePurposes() {
    SortedSet<PurposeId> some = new TreeSet<>();
    PURPOSES.subList(0, 2).stream().filter(purpose -> random.nextInt(3) == 0).forEach(some::add);
    return some;
  }

  private @Nullable Instant maybe(int seconds) {
    return random.nextBoolean() ? null : now.plusSeconds(random.nextInt(seconds) - seconds / 4);
  }
}
