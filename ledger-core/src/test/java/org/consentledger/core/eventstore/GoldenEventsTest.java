package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.consentledger.core.breach.BreachEvent;
import org.consentledger.core.breach.BreachFacts;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.Reminder;
import org.consentledger.core.calendar.Step;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.export.ExportEvent;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.inventory.InventoryContent;
import org.consentledger.core.inventory.InventoryEvent;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.inventory.InventoryMark;
import org.consentledger.core.legalterm.LegalTermEvent;
import org.consentledger.core.mailing.MailingCounts;
import org.consentledger.core.mailing.MailingEvent;
import org.consentledger.core.mailing.MailingPlan;
import org.consentledger.core.operator.OperatorEvent;
import org.consentledger.core.personaldata.EpochKeyEvent;
import org.consentledger.core.personaldata.PersonalDataEvent;
import org.consentledger.core.policy.PolicyEvent;
import org.consentledger.core.policy.PolicyText;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.recipient.RecipientDescription;
import org.consentledger.core.recipient.RecipientEvent;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.request.PauseReason;
import org.consentledger.core.request.RefusalReason;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.request.RequestNumber;
import org.consentledger.core.request.RequestTerm;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.subject.CessationEvent;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.GroundClaim;
import org.consentledger.core.subject.GroundEvent;
import org.consentledger.core.subject.HoldEvent;
import org.consentledger.core.subject.InvitationEvent;
import org.consentledger.core.subject.InvitationTerms;
import org.consentledger.core.subject.NoticeEvent;
import org.consentledger.core.subject.ProcessingAct;
import org.consentledger.core.subject.ProcessingEvent;
import org.consentledger.core.subject.ProcessingPermission;
import org.consentledger.core.subject.ProhibitionEvent;
import org.consentledger.core.subject.RegistrationEvent;
import org.consentledger.core.subject.RestrictionEvent;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SuspensionEvent;
import org.consentledger.core.user.AccountAct;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserContent;
import org.consentledger.core.user.UserEvent;
import org.consentledger.core.user.UserId;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.InventoryId;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PublicInterest;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RecipientKind;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookContent;
import org.consentledger.core.webhook.WebhookEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored today can be read for ever: one file an event, never edited once landed. */
class GoldenEventsTest {

  private static final Instant AT = Instant.parse("2026-02-28T19:00:00.123456Z");
  private static final SubjectId SUBJECT = new SubjectId(new UUID(1, 2));
  private static final PurposeId PURPOSE = new PurposeId("newsletter");
  private static final PolicyVersion POLICY = new PolicyVersion("1.0");
  private static final RecipientId RECIPIENT = new RecipientId("mailer");
  private static final WebhookId WEBHOOK = new WebhookId("crm");
  private static final MailingId MAILING = new MailingId("spring");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
  private static final UUID REFERENCE = new UUID(3, 4);
  private static final UUID NAME = new UUID(5, 6);
  private static final UUID APPROVER = new UUID(7, 8);
  private static final SortedSet<Category> CATEGORIES =
      sorted(new Category("EMAIL"), new Category("PHONE"));
  private static final ConsentTerms TERMS =
      new ConsentTerms(
          POLICY,
          Language.KK,
          "ab".repeat(32),
          Channel.LETTER,
          GiverRole.REPRESENTATIVE,
          REFERENCE,
          2,
          CATEGORIES,
          new ConsentConditions(true, false, true, sorted(new RecipientId("mailer"))),
          REFERENCE,
          AT.plusSeconds(60),
          null);
  private static final Scope SCOPE = new Scope(CATEGORIES, sorted(PURPOSE));
  private static final ProcessingAct ACT =
      new ProcessingAct(
          PURPOSE,
          ProcessingAction.DISCLOSE,
          CATEGORIES,
          new RecipientId("mailer"),
          "DE",
          Channel.EMAIL,
          true,
          true);

  private static final RequestId REQUEST = new RequestId(new UUID(9, 10));
  private static final RequestDue DUE =
      new RequestDue(DAY, AT.plusSeconds(60), false, DAY.minusDays(1));
  private static final RequestTerm TERM =
      new RequestTerm(
          LegalTermId.CESSATION,
          15,
          TermUnit.CALENDAR_DAYS,
          2,
          DUE,
          List.of(
              new Step(DAY.minusDays(3), DAY.minusDays(2), Step.Effect.COUNTED, 2),
              new Step(DAY.minusDays(1), DAY, Step.Effect.MOVED, 2)),
          List.of(
              new Reminder(Reminder.Kind.HALF, DAY.minusDays(3)),
              new Reminder(Reminder.Kind.LAST_DAY, DAY)));

  private static final BreachId BREACH = new BreachId(new UUID(11, 12));
  private static final BreachFacts FACTS =
      new BreachFacts(CATEGORIES, 117L, sorted(SUBJECT), REFERENCE);

  private final EventSerializer serializer = new EventSerializer();

  static Stream<Object> events() {
    return Stream.of(
        new OperatorEvent.OperatorDescribed(1, "cd".repeat(32), REFERENCE, AT),
        new PolicyEvent.PolicyPublished(
            POLICY,
            AT,
            true,
            AT.plusSeconds(60),
            new TreeMap<>(
                Collections.singletonMap(Language.RU, new PolicyText("ef".repeat(32), REFERENCE))),
            AT),
        new PurposeEvent.PurposeDefined(PURPOSE, 1, definition(), AT, AT),
        new PurposeEvent.PurposeRetired(PURPOSE, AT),
        new LegalTermEvent.LegalTermChanged(
            LegalTermId.SUBJECT_INFORMATION,
            1,
            5,
            TermUnit.WORKING_DAYS,
            Certainty.CONFIRMED,
            "cd".repeat(32),
            REFERENCE,
            AT.plusSeconds(60),
            AT),
        new RecipientEvent.RecipientDescribed(
            RECIPIENT,
            1,
            new RecipientDescription(
                "DE", RecipientKind.PROCESSOR, true, DAY, "23".repeat(32), REFERENCE),
            AT),
        new RecipientEvent.CrossBorderAssured(RECIPIENT, "DE", DAY, "45".repeat(32), REFERENCE, AT),
        new RecipientEvent.CrossBorderNoticeFiled(
            RECIPIENT, "DE", DAY, "67".repeat(32), REFERENCE, AT),
        new GroundSwitchEvent.GroundAllowed(LegalGround.CONTRACT, AT, AT),
        new GroundSwitchEvent.GroundSwitchedOff(LegalGround.CONTRACT, AT.plusSeconds(60), AT),
        new InventoryEvent.ItemRecorded(
            InventoryKind.MEASURE,
            new InventoryId("firewall"),
            1,
            new InventoryContent(
                AT,
                AT.plusSeconds(60),
                sorted(InventoryMark.TECHNICAL),
                "89".repeat(32),
                REFERENCE),
            AT),
        new UserEvent.UserRecorded(
            new UserId(REFERENCE),
            1,
            new UserContent(sorted(Role.OFFICER, Role.APPROVER), true, "cd".repeat(32), REFERENCE),
            AT),
        new UserEvent.AccountActRecorded(
            REFERENCE, new UserId(REFERENCE), AccountAct.SIGNED_IN, AT),
        new WebhookEvent.WebhookRecorded(
            WEBHOOK,
            1,
            new WebhookContent(
                sorted("consent.*", "subject.destroyed"),
                sorted(PURPOSE),
                true,
                17L,
                "ab".repeat(32),
                REFERENCE),
            AT),
        new WebhookEvent.SecretMade(WEBHOOK, REFERENCE, AT.plusSeconds(60), AT),
        new WebhookEvent.WebhookEnded(WEBHOOK, AT),
        new RegistrationEvent.SubjectRegistered(
            SUBJECT, PURPOSE, Source.FORM, Language.EN, CATEGORIES, REFERENCE, true, AT),
        new RegistrationEvent.PersonalDataRectified(
            SUBJECT, CATEGORIES, RequestReason.OUTDATED, AT),
        new RegistrationEvent.AccuracyConfirmed(SUBJECT, REFERENCE, AT),
        new PersonalDataEvent.PersonalDataAccessed(
            REFERENCE, SUBJECT, CATEGORIES, null, LegalGround.LEGAL_OBLIGATION, AT),
        new InvitationEvent.ConsentInvited(
            SUBJECT,
            NAME,
            PURPOSE,
            new InvitationTerms(
                POLICY,
                Language.KK,
                "ab".repeat(32),
                REFERENCE,
                2,
                CATEGORIES,
                new ConsentConditions(true, false, true, sorted(RECIPIENT)),
                AT.plusSeconds(60)),
            AT),
        new ConsentEvent.ConsentGiven(SUBJECT, PURPOSE, TERMS, AT),
        new ConsentEvent.ConsentRenewed(SUBJECT, PURPOSE, TERMS, AT),
        new ConsentEvent.ConsentRefused(SUBJECT, PURPOSE, Channel.PHONE, AT),
        new ConsentEvent.ConsentWithdrawn(SUBJECT, PURPOSE, Channel.EMAIL, AT),
        new ConsentEvent.ConsentExpired(SUBJECT, PURPOSE, REFERENCE, AT),
        new GroundEvent.GroundClaimed(
            SUBJECT,
            new GroundClaim(
                NAME,
                LegalGround.CONTRACT,
                PURPOSE,
                CATEGORIES,
                REFERENCE,
                APPROVER,
                AT.plusSeconds(60)),
            AT),
        new GroundEvent.GroundEnded(SUBJECT, NAME, AT),
        new CessationEvent.CessationDemanded(SUBJECT, sorted(PURPOSE), AT),
        new CessationEvent.TransferCessationDemanded(SUBJECT, new TreeSet<>(), AT),
        new RestrictionEvent.ProcessingBlocked(SUBJECT, SCOPE, RequestReason.INACCURATE, AT),
        new RestrictionEvent.ProcessingUnblocked(SUBJECT, Scope.EVERYTHING, null, AT),
        new ProhibitionEvent.ProhibitionSet(
            SUBJECT, NAME, ProhibitionKind.CONDITIONS, CATEGORIES, REFERENCE, AT),
        new ProhibitionEvent.ProhibitionLifted(SUBJECT, NAME, AT),
        new ProhibitionEvent.ProhibitionOverridden(
            SUBJECT, NAME, PublicInterest.OTHER_PUBLIC, REFERENCE, APPROVER, AT),
        new HoldEvent.HoldPlaced(SUBJECT, NAME, REFERENCE, AT),
        new HoldEvent.HeldForAuthority(SUBJECT, NAME, REQUEST, AT),
        new HoldEvent.HoldLifted(SUBJECT, NAME, AT),
        new SuspensionEvent.SendingSuspended(SUBJECT, NAME, AT),
        new SuspensionEvent.SendingResumed(SUBJECT, NAME, AT),
        new ProcessingEvent.ProcessingRecorded(
            SUBJECT,
            ACT,
            new ProcessingPermission(LegalGround.CONSENT, List.of(REFERENCE), POLICY),
            AT),
        new ProcessingEvent.UnlawfulProcessingFound(
            SUBJECT,
            ACT,
            List.of(ReasonCode.CONSENT_MISSING, ReasonCode.BLOCKED),
            AT.minusSeconds(60),
            AT.plusSeconds(60),
            AT),
        new ExportEvent.ExportRequested(
            REFERENCE,
            ExportFormat.ARCHIVE,
            new ExportScope(AT, AT.plusSeconds(60), SUBJECT, null, sorted("consent.given")),
            AT),
        new EpochKeyEvent.EpochKeyRotated(2, 1, 1_000_000, AT),
        new EpochKeyEvent.EpochKeyDestroyed(1, AT),
        new EpochKeyEvent.RootKeyReplaced(2, AT),
        new MailingEvent.MailingPlanned(
            MAILING, 2, new MailingPlan(PURPOSE, 20, "ab".repeat(32), REFERENCE), AT),
        new MailingEvent.MailingStarted(MAILING, AT),
        new MailingEvent.MailingPaused(MAILING, AT),
        new MailingEvent.MailingResumed(MAILING, AT),
        new MailingEvent.MailingCancelled(MAILING, AT),
        new MailingEvent.MailingCompleted(MAILING, new MailingCounts(28, 7, 6, 5, 4, 3, 2), AT),
        new DisposalEvent.DisposalRequested(
            SUBJECT,
            REFERENCE,
            DisposalMethod.DESTROY,
            CATEGORIES,
            DisposalGround.RETENTION_ENDED,
            RequestReason.UNNECESSARY,
            DisposalApproval.OFFICER,
            "crm",
            AT.minusSeconds(60),
            AT.minusSeconds(30),
            AT),
        new DisposalEvent.DisposalApproved(SUBJECT, REFERENCE, "officer", AT),
        new DisposalEvent.DisposalCancelled(SUBJECT, REFERENCE, REFERENCE, AT),
        new DisposalEvent.CategoriesErased(SUBJECT, CATEGORIES, DisposalGround.CONSENT_EXPIRED, AT),
        new DisposalEvent.SubjectAnonymised(
            SUBJECT, DisposalGround.RETENTION_ENDED, RequestReason.UNNECESSARY, AT),
        new DisposalEvent.SubjectDestroyed(SUBJECT, DisposalGround.COURT_ACT, null, AT),
        new NoticeEvent.RecipientTold(SUBJECT, NAME, RECIPIENT, Channel.LETTER, REFERENCE, AT),
        new NoticeEvent.RecipientConfirmed(SUBJECT, NAME, RECIPIENT, Channel.EMAIL, null, AT),
        new RequestEvent.RequestReceived(
            REQUEST,
            SUBJECT,
            new RequestNumber(2026, 17),
            RequestType.RECTIFICATION,
            GiverRole.REPRESENTATIVE,
            REFERENCE,
            Channel.LETTER,
            Language.KK,
            NAME,
            null,
            TERM,
            AT),
        new RequestEvent.SubjectLinked(REQUEST, SUBJECT, AT),
        new BreachEvent.BreachFound(BREACH, FACTS, TERM, AT),
        new BreachEvent.BreachAmended(BREACH, FACTS, AT),
        new BreachEvent.BreachOverdue(BREACH, DUE, AT),
        new BreachEvent.BreachRecomputed(BREACH, DUE, TERM, AT),
        new BreachEvent.AuthorityNotified(BREACH, REFERENCE, AT),
        new BreachEvent.BreachClosed(BREACH, NAME, AT),
        new RequestEvent.IdentityVerified(REQUEST, SUBJECT, REFERENCE, AT),
        new RequestEvent.AuthorityChecked(REQUEST, null, REFERENCE, AT),
        new RequestEvent.RequestPaused(
            REQUEST,
            SUBJECT,
            PauseReason.CLARIFICATION,
            new RequestTerm(
                LegalTermId.WITHDRAWAL, 15, TermUnit.WORKING_DAYS, 0, null, List.of(), List.of()),
            AT),
        new RequestEvent.RequestResumed(REQUEST, SUBJECT, TERM, AT),
        new RequestEvent.RequestExtended(REQUEST, SUBJECT, 3, REFERENCE, TERM, AT),
        new RequestEvent.RequestAnswered(
            REQUEST,
            SUBJECT,
            REFERENCE,
            sorted(EffectKind.RECTIFY, EffectKind.BLOCK),
            List.of(REFERENCE),
            null,
            AT),
        new RequestEvent.RequestRefused(
            REQUEST, SUBJECT, RefusalReason.NOTHING_HELD, REFERENCE, AT),
        new RequestEvent.RequestOverdue(REQUEST, SUBJECT, DUE, AT),
        new RequestEvent.RequestRecomputed(REQUEST, SUBJECT, DUE, TERM, AT),
        new RequestEvent.RequestRead(REQUEST, SUBJECT, LegalGround.LEGAL_OBLIGATION, AT),
        new RequestEvent.RequestTextDestroyed(REQUEST, null, AT));
  }

  private static PurposeDefinition definition() {
    return new PurposeDefinition(
        "01".repeat(32),
        REFERENCE,
        POLICY,
        CATEGORIES,
        sorted(ProcessingAction.COLLECT, ProcessingAction.USE),
        sorted(LegalGround.CONSENT),
        true,
        false,
        "P3Y",
        "P1Y",
        DisposalMethod.DESTROY,
        DisposalApproval.OFFICER,
        sorted(new PurposeId("scoring")),
        null);
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(T only) {
    return new TreeSet<>(List.of(only));
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(T one, T other) {
    return new TreeSet<>(List.of(one, other));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_written_and_read_as_its_golden_file_says(Object event) throws Exception {
    SerializedObject<byte[]> written = serializer.serialize(event, byte[].class);
    String name = written.getType().getName();
    String revision = written.getType().getRevision();
    String golden = Files.readString(folder().resolve(name + "." + revision + ".json")).strip();

    assertThat(new String(written.getData(), StandardCharsets.UTF_8)).isEqualTo(golden);
    Object read =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                golden.getBytes(StandardCharsets.UTF_8), byte[].class, name, revision));
    assertThat(read).isEqualTo(event);
  }

  @Test
  void every_event_has_a_sample_and_a_golden_file_and_every_file_an_event() throws Exception {
    assertThat(events().map(event -> EventNames.nameOf(event.getClass()).orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(EventNames.all());
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(
              files.map(file -> file.getFileName().toString().replaceFirst("\\.\\d+\\.json$", "")))
          .containsExactlyInAnyOrderElementsOf(EventNames.all());
    }
  }

  private static Path folder() throws URISyntaxException, IOException {
    return Path.of(GoldenEventsTest.class.getResource("/events").toURI());
  }
}
