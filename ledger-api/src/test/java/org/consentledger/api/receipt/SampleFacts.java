package org.consentledger.api.receipt;

import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeVersion;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentEvent;
import org.consentledger.core.subject.ConsentReceipt;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** One consent, and what can become of it. */
final class SampleFacts {

  static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
  static final UUID CONSENT = UUID.fromString("018f5d2c-0000-4000-8000-000000000005");
  static final UUID RECEIPT = UUID.fromString("018f5d2c-0000-4000-8000-000000000009");
  static final DocumentProof PROOF =
      new DocumentProof(
          "consent-ledger/consent-receipt/v1\n…\n\n— log abc\n",
          false,
          null,
          "https://ledger.example/log/proof/" + RECEIPT,
          "https://ledger.example/log/vkey");

  private static final SubjectId SUBJECT =
      new SubjectId(UUID.fromString("3f0c1b52-7a1e-4d0c-9d1b-2f6c8a5e4b10"));
  private static final PurposeId PURPOSE = new PurposeId("newsletter-monthly");
  private static final PolicyVersion POLICY = new PolicyVersion("2026-1");

  private SampleFacts() {}

  /** Given by a representative, with everything that a consent can have. */
  static ReceiptFacts given() {
    return facts(new ConsentEvent.ConsentGiven(SUBJECT, PURPOSE, terms(), AT), CONSENT, null, true);
  }

  /** Each kind of receipt. */
  static List<ReceiptFacts> all() {
    Instant later = AT.plusSeconds(60);
    return List.of(
        given(),
        facts(
            new ConsentEvent.ConsentRenewed(SUBJECT, PURPOSE, terms(), later),
            RECEIPT,
            CONSENT,
            true),
        facts(
            new ConsentEvent.ConsentRefused(SUBJECT, PURPOSE, Channel.PHONE, later),
            RECEIPT,
            null,
            false),
        facts(
            new ConsentEvent.ConsentWithdrawn(SUBJECT, PURPOSE, Channel.EMAIL, later),
            RECEIPT,
            CONSENT,
            true),
        facts(
            new ConsentEvent.ConsentExpired(
                SUBJECT, PURPOSE, CONSENT, Instant.parse("2027-03-01T09:30:00Z")),
            RECEIPT,
            CONSENT,
            true));
  }

  private static ConsentTerms terms() {
    return new ConsentTerms(
        POLICY,
        Language.KK,
        "ab".repeat(32),
        Channel.WEB,
        GiverRole.REPRESENTATIVE,
        new UUID(0, 1),
        2,
        set(new Category("EMAIL"), new Category("HEALTH"), new Category("IIN")),
        new ConsentConditions(true, true, false, set(new RecipientId("printer"))),
        new UUID(0, 2),
        Instant.parse("2027-03-01T09:30:00Z"),
        null);
  }

  private static ReceiptFacts facts(
      ConsentEvent event, UUID receiptId, @Nullable UUID supersedes, boolean consented) {
    UUID givenBy = event instanceof ConsentEvent.ConsentRenewed ? receiptId : CONSENT;
    return new ReceiptFacts(
        new ConsentReceipt(
            event,
            receiptId,
            event.effectiveAt().plusSeconds(1),
            supersedes,
            consented ? new ConsentReceipt.Consent(givenBy, terms(), AT) : null),
        new PurposeVersion(2, definition(), AT, AT, new UUID(0, 3)),
        Map.of(Language.RU, "Рассылка", Language.KK, "Хабарлама", Language.EN, "Newsletter"),
        new OperatorProfile(
            "Мысал банкі \"Үміт\" АҚ <&>",
            "123456789012",
            "Астана қ., Достық көшесі, 1",
            "https://bank.example.kz",
            "privacy@bank.example.kz",
            "+7 7172 000000",
            "Деректерге жауапты тұлға",
            null,
            List.of(new OperatorProfile.JointOperator("Example LLP", null, null, null))),
        Language.KK,
        set(new Category("HEALTH")),
        "https://ledger.example");
  }

  private static PurposeDefinition definition() {
    return new PurposeDefinition(
        "cd".repeat(32),
        new UUID(0, 4),
        POLICY,
        set(new Category("EMAIL"), new Category("HEALTH"), new Category("IIN")),
        set(ProcessingAction.values()),
        set(LegalGround.CONSENT),
        true,
        false,
        "P3Y6M",
        "P1Y",
        DisposalMethod.DESTROY,
        DisposalApproval.OFFICER,
        set(),
        null);
  }
}
