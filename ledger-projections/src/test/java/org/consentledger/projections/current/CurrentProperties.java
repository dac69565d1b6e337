package org.consentledger.projections.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.texts;
import static org.consentledger.core.testing.Samples.BEGINNING;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.IIN;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.PRINTER;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.RecordedEvent;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.inventory.InventoryEvent;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.legalterm.LegalTermEvent;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.OperatorCommand.DescribeOperator;
import org.consentledger.core.operator.OperatorEvent;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyCommand.PublishPolicy;
import org.consentledger.core.policy.PolicyEvent;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.recipient.RecipientEvent;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.testing.TestDatabase;
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
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.Decisions.Asked;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is commanded, the current state is the fold of the history, and decisions are made on
 * it.
 */
class CurrentProperties {

  private static final PurposeId UNKNOWN = new PurposeId("unknown");

  private static TestDatabase database;
  private static LedgerUnderTest ledger;
  private static int registersMade;

  /** Kinds of commands; the last two end what they are sent to and are the least likely. */
  enum Kind {
    GIVE,
    RENEW,
    REFUSE,
    WITHDRAW,
    RECTIFY,
    RECTIFY_AND_UNBLOCK,
    BLOCK,
    UNBLOCK,
    DEFINE,
    RETIRE,
    PUBLISH,
    DESCRIBE,
    DESCRIBE_RECIPIENT,
    ASSURE,
    NOTIFY,
    SWITCH,
    RECORD_ITEM,
    ANONYMISE,
    DESTROY
  }

  /** A command to be: of this kind, for this purpose, with this data, dated so many hours ago. */
  record Step(
      Kind kind, PurposeId purpose, SortedSet<Category> categories, @Nullable Integer hoursAgo) {}

  @BeforeContainer
  static void start() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.startWithoutFollowing(database).withSampleRegisters();
  }

  @AfterContainer
  static void end() {
    ledger.close();
    database.close();
  }

  @Property(tries = 60)
  void after_each_command_the_row_is_the_fold_of_the_history(@ForAll("steps") List<Step> steps) {
    Person person = Person.registered(ledger);
    assertRowIsFold(person.id());
    for (Step step : steps) {
      carryOut(person.id(), step);
      assertRowIsFold(person.id());
    }
    assertThat(ledger.registers().current()).isEqualTo(foldedRegisters());
    assertThat(new CurrentRegisters(ledger.database()).current()).isEqualTo(foldedRegisters());
  }

  @Property(tries = 60)
  void a_decision_is_made_by_the_rules_on_the_folded_history_alone_and_among_many(
      @ForAll("steps") List<Step> steps) {
    Person person = Person.registered(ledger);
    Person other = Person.registered(ledger);
    other.gives(NEWSLETTER);
    steps.forEach(step -> carryOut(person.id(), step));
    Registers registers = foldedRegisters();
    Instant now = ledger.now();
    List<Asked> asked = new ArrayList<>();
    List<Decision> expected = new ArrayList<>();
    for (SubjectId subject : List.of(person.id(), other.id(), SubjectId.random(), person.id())) {
      SubjectState state = fold(subject).orElse(null);
      for (Question question : questions()) {
        asked.add(new Asked(subject, question));
        expected.add(Decide.decide(state, registers, question, now));
      }
    }
    Decisions decisions = ledger.decisions();
    assertThat(asked.stream().map(one -> decisions.now(one, now)).toList()).isEqualTo(expected);
    assertThat(decisions.now(asked, now)).isEqualTo(expected);
    assertThat(asked.stream().map(one -> decisions.asOf(one, now, now)).toList())
        .isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of(Kind.values()).filter(CurrentProperties::lives)),
            Tuple.of(1, Arbitraries.of(Kind.ANONYMISE, Kind.DESTROY)));
    Arbitrary<SortedSet<Category>> categories =
        Arbitraries.of(EMAIL, PHONE, IIN).set().ofMaxSize(2).map(TreeSet::new);
    return Combinators.combine(
            kinds,
            Arbitraries.of(NEWSLETTER, NEWSLETTER, SURVEY, UNKNOWN),
            categories,
            Arbitraries.integers().between(0, 48).injectNull(0.6))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  private static boolean lives(Kind kind) {
    return kind != Kind.ANONYMISE && kind != Kind.DESTROY;
  }

  /** Carries a step out; a refusal is an answer too, and changes nothing. */
  private static void carryOut(SubjectId subject, Step step) {
    try {
      Appended appended = ledger.execute(command(subject, step));
      assertThat(appended.position()).isEqualTo(ledger.progress().head());
    } catch (Refused refused) {
      assertThat(refused.refusal()).isNotNull();
    }
  }

  private static Object command(SubjectId subject, Step step) {
    PurposeId purpose = step.purpose();
    SortedSet<Category> categories = step.categories();
    Scope scope = Scope.of(categories);
    Instant at =
        step.hoursAgo() == null ? null : ledger.now().minus(Duration.ofHours(step.hoursAgo()));
    return switch (step.kind()) {
      case GIVE ->
          new GiveConsent(
              subject,
              purpose,
              POLICY,
              Language.RU,
              null,
              Channel.WEB,
              GiverRole.SUBJECT,
              null,
              categories,
              new ConsentConditions(true, categories.isEmpty(), false, set(PRINTER)),
              null,
              at,
              step.hoursAgo() == null ? null : at.plus(Duration.ofHours(12)));
      case RENEW -> new RenewConsent(subject, purpose, Channel.EMAIL, null, null, null, at, null);
      case REFUSE -> new RefuseConsent(subject, purpose, Channel.PHONE, at);
      case WITHDRAW -> new WithdrawConsent(subject, purpose, Channel.LETTER, at);
      case RECTIFY ->
          new RectifyPersonalData(
              subject, categories, RequestReason.OUTDATED, false, Scope.EVERYTHING);
      case RECTIFY_AND_UNBLOCK ->
          new RectifyPersonalData(subject, set(EMAIL), RequestReason.INACCURATE, true, scope);
      case BLOCK ->
          new BlockProcessing(
              subject, new Scope(categories, set(purpose)), RequestReason.INACCURATE);
      case UNBLOCK -> new UnblockProcessing(subject, scope, null);
      case DEFINE ->
          LedgerUnderTest.define(
              SURVEY,
              definition().titled("d".repeat(63) + registersMade++ % 10, id(registersMade)));
      case RETIRE -> new RetirePurpose(oneMorePurpose());
      case PUBLISH ->
          new PublishPolicy(
              new PolicyVersion("v" + registersMade++),
              BEGINNING.minus(Duration.ofDays(1)),
              true,
              null,
              texts());
      case DESCRIBE -> new DescribeOperator("e".repeat(60) + registersMade++, id(1));
      case DESCRIBE_RECIPIENT -> RegisterCommands.describeRecipient(registersMade++);
      case ASSURE -> RegisterCommands.assure(registersMade++);
      case NOTIFY -> RegisterCommands.giveNotice(registersMade++);
      case SWITCH -> RegisterCommands.switchGround(registersMade++, ledger.now());
      case RECORD_ITEM -> RegisterCommands.recordItem(registersMade++);
      case ANONYMISE ->
          new AnonymiseSubject(
              subject, UUID.randomUUID(), DisposalGround.PURPOSE_ACHIEVED, null, "clerk");
      case DESTROY ->
          new DestroySubject(
              subject,
              UUID.randomUUID(),
              DisposalGround.REQUEST,
              RequestReason.UNNECESSARY,
              "clerk");
    };
  }

  /** A purpose that a step may end, without ending those of the steps after it. */
  private static PurposeId oneMorePurpose() {
    PurposeId purpose = new PurposeId("passing-" + registersMade++);
    ledger.execute(LedgerUnderTest.define(purpose, definition()));
    return purpose;
  }

  private static void assertRowIsFold(SubjectId subject) {
    CurrentSubject row = ledger.subjects().find(subject).orElseThrow();
    assertThat(row.state()).isEqualTo(fold(subject).orElseThrow());
    assertThat(row.version()).isEqualTo(last("sequence", subject));
    assertThat(row.position()).isEqualTo(last("position", subject));
  }

  private static long last(String column, SubjectId subject) {
    return ledger
        .database()
        .sql("select max(%s) from event where aggregate_id = :id".formatted(column))
        .param("id", subject.toString())
        .query(Long.class)
        .single();
  }

  private static Optional<SubjectState> fold(SubjectId subject) {
    SubjectState state = null;
    for (SubjectHistory.Entry entry : ledger.eventLog().historyOf(subject).entries()) {
      state = SubjectState.evolve(state, entry.event(), entry.eventId());
    }
    return Optional.ofNullable(state);
  }

  private static Registers foldedRegisters() {
    SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
    SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();
    SortedMap<RecipientId, RecipientState> recipients = new TreeMap<>();
    SortedMap<LegalGround, GroundState> grounds = new TreeMap<>();
    SortedMap<InventoryKey, InventoryState> inventory = new TreeMap<>();
    OperatorState operator = null;
    SortedMap<LegalTermId, LegalTermState> legalTerms = new TreeMap<>();
    for (RecordedEvent event : ledger.eventLog().read(0, Integer.MAX_VALUE)) {
      switch (event.payload()) {
        case PurposeEvent of ->
            purposes.put(
                of.purposeId(),
                PurposeState.evolve(purposes.get(of.purposeId()), of, event.eventId()));
        case PolicyEvent of -> policies.put(of.version(), PolicyState.evolve(of, event.eventId()));
        case OperatorEvent of -> operator = OperatorState.evolve(of, event.eventId());
        case LegalTermEvent of ->
            legalTerms.put(
                of.id(), LegalTermState.evolve(legalTerms.get(of.id()), of, event.eventId()));
        case RecipientEvent of ->
            recipients.put(
                of.recipientId(),
                RecipientState.evolve(recipients.get(of.recipientId()), of, event.eventId()));
        case GroundSwitchEvent of ->
            grounds.put(
                of.ground(), GroundState.evolve(grounds.get(of.ground()), of, event.eventId()));
        case InventoryEvent of ->
            inventory.put(
                of.key(), InventoryState.evolve(inventory.get(of.key()), of, event.eventId()));
        default -> {} // of a subject
      }
    }
    return new Registers(purposes, policies, recipients, grounds, inventory, operator, legalTerms);
  }

  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (PurposeId purpose : List.of(NEWSLETTER, SURVEY, UNKNOWN)) {
      questions.add(new Question(purpose, ProcessingAction.USE, set(), null, null));
      questions.add(new Question(purpose, ProcessingAction.STORE, set(EMAIL), null, null));
      questions.add(new Question(purpose, ProcessingAction.TRANSFER, set(PHONE), COURIER, "DE"));
      questions.add(new Question(purpose, ProcessingAction.DESTRUCT, set(IIN), null, null));
    }
    return questions;
  }
}
