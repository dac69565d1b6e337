package org.consentledger.projections.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.Samples.COURIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.POLICY;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
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
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.ClaimGround;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.EndGround;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.PlaceHold;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.subject.SubjectCommand.SetProhibition;
import org.consentledger.core.subject.SubjectCommand.SuspendSending;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.projections.current.Decisions.Asked;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.jspecify.annotations.Nullable;

/** Whatever was commanded, an audience is everybody for whom a single decision says yes. */
class AudienceProperties {

  private static final int PEOPLE = 3;

  private static TestDatabase database;
  private static LedgerUnderTest ledger;
  private static String backfill;

  private final List<Person> everybody = new ArrayList<>();

  enum Kind {
    GIVE,
    RENEW,
    REFUSE,
    WITHDRAW,
    CLAIM,
    END,
    CEASE,
    BLOCK,
    UNBLOCK,
    PROHIBIT,
    HOLD,
    SUSPEND,
    ANONYMISE,
    DESTROY
  }

  /** A command to be, sent to one of the people. */
  record Step(
      Kind kind,
      int person,
      PurposeId purpose,
      SortedSet<Category> categories,
      @Nullable Integer hoursAgo) {}

  @BeforeContainer
  static void start() throws IOException {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.startWithoutFollowing(database).withSampleRegisters();
    ledger.execute(
        LedgerUnderTest.define(
            SURVEY,
            definition()
                .restingOn(LegalGround.CONSENT, LegalGround.CONTRACT, LegalGround.JUSTICE)));
    backfill = backfill();
  }

  @AfterContainer
  static void end() {
    ledger.close();
    database.close();
  }

  @Property(tries = 25)
  void an_audience_is_everybody_for_whom_a_decision_says_yes(@ForAll("steps") List<Step> steps) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(Person.registered(ledger));
    }
    everybody.addAll(people);
    steps.forEach(step -> carryOut(people.get(step.person()), step));

    Instant now = ledger.now();
    Iterator<List<Audience.Member>> permitted = permitted(now).iterator();
    for (Question question : questions()) {
      assertThat(ledger.audience().first(question, null, Integer.MAX_VALUE, now))
          .as(question.toString())
          .isEqualTo(permitted.next());
    }
    assertThat(rows("select purpose_id || ' ' || subject_id from current_footing"))
        .as("what an upgrade finds in the states")
        .isEqualTo(rows("select purpose_id || ' ' || subject_id from (" + backfill + ") as found"));
  }

  /** For each question the people for whom a decision says yes, as the database orders them. */
  private List<List<Audience.Member>> permitted(Instant now) {
    List<Person> inOrder =
        everybody.stream().sorted((one, other) -> text(one).compareTo(text(other))).toList();
    List<Asked> asked = new ArrayList<>();
    for (Question question : questions()) {
      inOrder.forEach(person -> asked.add(new Asked(person.id(), question)));
    }
    Iterator<Decision> decisions = ledger.decisions().now(asked, now).iterator();
    List<List<Audience.Member>> permitted = new ArrayList<>();
    for (int i = 0; i < questions().size(); i++) {
      List<Audience.Member> members = new ArrayList<>();
      for (Person person : inOrder) {
        Decision decision = decisions.next();
        if (decision.isPermitted()) {
          members.add(new Audience.Member(person.id(), decision.validUntil()));
        }
      }
      permitted.add(members);
    }
    return permitted;
  }

  private static String text(Person person) {
    return person.id().toString();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.of(Kind.GIVE, Kind.CLAIM)),
            Tuple.of(10, Arbitraries.of(Kind.values()).filter(AudienceProperties::lives)),
            Tuple.of(1, Arbitraries.of(Kind.ANONYMISE, Kind.DESTROY)));
    Arbitrary<SortedSet<Category>> categories =
        Arbitraries.of(EMAIL, PHONE).set().ofMaxSize(2).map(TreeSet::new);
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, PEOPLE - 1),
            Arbitraries.of(NEWSLETTER, SURVEY),
            categories,
            Arbitraries.integers().between(0, 48).injectNull(0.6))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(16);
  }

  private static boolean lives(Kind kind) {
    return kind != Kind.ANONYMISE && kind != Kind.DESTROY;
  }

  /** Carries a step out; a refusal is an answer too, and changes nothing. */
  private static void carryOut(Person person, Step step) {
    try {
      ledger.execute(command(person, step));
    } catch (Refused refused) {
      assertThat(refused.refusal()).isNotNull();
    }
  }

  private static Object command(Person person, Step step) {
    PurposeId purpose = step.purpose();
    SortedSet<Category> categories = step.categories();
    Instant at =
        step.hoursAgo() == null ? null : ledger.now().minus(Duration.ofHours(step.hoursAgo()));
    return switch (step.kind()) {
      case GIVE ->
          new GiveConsent(
              person.id(),
              purpose,
              POLICY,
              Language.RU,
              null,
              Channel.WEB,
              GiverRole.SUBJECT,
              null,
              categories,
              new ConsentConditions(categories.isEmpty(), true, false, set()),
              null,
              at,
              step.hoursAgo() == null ? null : at.plus(Duration.ofHours(24)));
      case RENEW ->
          new RenewConsent(person.id(), purpose, Channel.EMAIL, null, null, null, at, null);
      case REFUSE -> new RefuseConsent(person.id(), purpose, Channel.PHONE, at);
      case WITHDRAW -> new WithdrawConsent(person.id(), purpose, Channel.LETTER, at);
      case CLAIM -> claim(person, categories, at);
      case END -> new EndGround(person.id(), groundOf(person, 0), at);
      case CEASE -> new DemandCessation(person.id(), set(purpose), at);
      case BLOCK ->
          new BlockProcessing(
              person.id(), new Scope(categories, set(purpose)), RequestReason.INACCURATE);
      case UNBLOCK -> new UnblockProcessing(person.id(), Scope.EVERYTHING, null);
      case PROHIBIT ->
          new SetProhibition(
              person.id(), UUID.randomUUID(), ProhibitionKind.TRANSFER, categories, null);
      case SUSPEND -> new SuspendSending(person.id(), UUID.randomUUID());
      case HOLD -> new PlaceHold(person.id(), UUID.randomUUID(), id(1));
      case ANONYMISE ->
          new AnonymiseSubject(
              person.id(), UUID.randomUUID(), DisposalGround.PURPOSE_ACHIEVED, null, "clerk");
      case DESTROY ->
          new DestroySubject(
              person.id(),
              UUID.randomUUID(),
              DisposalGround.REQUEST,
              RequestReason.UNNECESSARY,
              "clerk");
    };
  }

  private static ClaimGround claim(
      Person person, SortedSet<Category> categories, @Nullable Instant at) {
    LegalGround ground = categories.contains(PHONE) ? LegalGround.CONTRACT : LegalGround.JUSTICE;
    return new ClaimGround(
        person.id(),
        groundOf(person, at == null ? 0 : 1),
        ground,
        SURVEY,
        categories,
        new TreeSet<>(ground.evidence()),
        id(2),
        null,
        at,
        at == null ? null : at.plus(Duration.ofHours(24)));
  }

  private static UUID groundOf(Person person, int number) {
    return new UUID(person.id().value().getMostSignificantBits(), number);
  }

  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (ProcessingAction action : ProcessingAction.values()) {
      for (PurposeId purpose : List.of(NEWSLETTER, SURVEY)) {
        questions.add(new Question(purpose, action, set(), null, null));
        questions.add(new Question(purpose, action, set(EMAIL), COURIER, "DE", set(NEWSLETTER)));
      }
    }
    return questions;
  }

  private static List<String> rows(String sql) {
    return ledger.database().sql(sql + " order by 1").query(String.class).list();
  }

  /** The question of the migration that fills the table of an older database. */
  private static String backfill() throws IOException {
    try (InputStream script =
        AudienceProperties.class.getResourceAsStream("/db/migration/V16__footing.sql")) {
      String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      int begin = sql.indexOf("select consent.key");
      return sql.substring(begin, sql.indexOf(';', begin))
          .replaceFirst("consent.key", "consent.key as purpose_id");
    }
  }
}
