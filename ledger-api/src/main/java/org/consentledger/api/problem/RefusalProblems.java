package org.consentledger.api.problem;

import java.util.List;
import org.consentledger.api.decision.DecisionView;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.refusal.Refusal;
import org.springframework.http.HttpStatus;

/** What each refusal looks like over HTTP: its status, its code, its clause, and what to do. */
public final class RefusalProblems {

  private RefusalProblems() {}

  /** The problem for a refusal. */
  public static Problem of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.SubjectUnknown it ->
          notFound("SUBJECT_UNKNOWN", "2.10", "Nobody is registered under this identifier.");
      case Refusal.SubjectDestroyed it ->
          conflict("SUBJECT_DESTROYED", "2.14", "The subject's personal data was destroyed.");
      case Refusal.SubjectAnonymised it ->
          conflict("SUBJECT_ANONYMISED", "2.5", "The subject's personal data was anonymised.");
      case Refusal.SubjectExists it ->
          conflict(
                  "SUBJECT_EXISTS",
                  "2.10",
                  "An identifier belongs to a subject who is registered already; see subjectId.")
              .with("subjectId", it.subjectId().toString());
      case Refusal.PurposeUnknown it ->
          conflict(
              "PURPOSE_UNKNOWN",
              "5.2",
              "No such purpose was determined. An administrator adds it.");
      case Refusal.PurposeRetired it ->
          conflict("PURPOSE_RETIRED", "8.9", "The purpose has ended.");
      case Refusal.IncompatiblePurposes it ->
          conflict(
              "INCOMPATIBLE_PURPOSES",
              "5.3",
              "Data held for these purposes is not joined: one is declared incompatible with"
                  + " another.");
      case Refusal.PolicyUnknown it ->
          conflict("POLICY_UNKNOWN", "12.2", "No such version of the policy was published.");
      case Refusal.PolicyImmutable it ->
          conflict(
              "POLICY_IMMUTABLE",
              "12.2",
              "This version was published with other contents. Publish a new version.");
      case Refusal.PolicyTextMissing it ->
          conflict(
              "POLICY_TEXT_MISSING",
              "12.3",
              "The policy has no text in this language. Send the noticeHash of what was shown.");
      case Refusal.ConsentOutsidePurpose it ->
          conflict("CONSENT_OUTSIDE_PURPOSE", "7.1", "The purpose does not rest on consent.");
      case Refusal.CategoryOutsidePurpose it ->
          conflict(
              "CATEGORY_OUTSIDE_PURPOSE",
              "5.5",
              "The purpose does not need one of the categories. Leave it out, or change the"
                  + " purpose.");
      case Refusal.CategoryUnknown it ->
          conflict(
              "CATEGORY_UNKNOWN",
              "2.8",
              "No purpose needs such a category of data, none is held, and the catalogue has none."
                  + " Check its spelling.");
      case Refusal.CategoryShipped it ->
          conflict(
              "CATEGORY_SHIPPED",
              "2.8",
              "The ledger ships this category, and nobody changes it. Choose another code.");
      case Refusal.RecipientUnknown it ->
          notFound(
              "RECIPIENT_UNKNOWN", "2.11", "There is no such recipient. An administrator adds it.");
      case Refusal.NoticeBeforeAssurance it ->
          conflict(
              "NOTICE_BEFORE_ASSURANCE",
              "10.2",
              "The notice comes after the information from the recipient and its country. Record"
                  + " that first, at cross-border/assurance, dated no later than the notice.");
      case Refusal.ConsentIndispensable it ->
          conflict(
              "CONSENT_INDISPENSABLE",
              "7.1",
              "Consent is the ground that the law begins with: it cannot be switched off.");
      case Refusal.EffectiveInPast it ->
          invalid(
              "EFFECTIVE_IN_PAST",
              "effectiveFrom lies in the past, and a rule does not reach back. Leave it out to"
                  + " begin now.");
      case Refusal.DateInFuture it ->
          invalid(
              "DATE_IN_FUTURE", "A date lies in the future. Record what is done when it is done.");
      case Refusal.EndBeforeBeginning it ->
          invalid("END_BEFORE_BEGINNING", "The end must be later than the beginning.");
      case Refusal.ProcessingDenied it -> denied(it.decision());
      case Refusal.ChannelMissing it ->
          conflict("CHANNEL_MISSING", "2.12", "A distribution names its channel: send channel.");
      case Refusal.PurposeMissing it ->
          conflict("PURPOSE_MISSING", "5.2", "Personal data is collected for a purpose: name it.");
      case Refusal.NothingToWithdraw it ->
          conflict("NOTHING_TO_WITHDRAW", "8.4", "There is no consent to withdraw.");
      case Refusal.NothingToRenew it ->
          conflict("NOTHING_TO_RENEW", "8.4", "There is no consent to renew. Give it anew.");
      case Refusal.DoubleOptInDemanded it ->
          conflict(
              "DOUBLE_OPT_IN_DEMANDED",
              "7.1",
              "This purpose takes consent out of the person's own mailbox: send an invitation. Or"
                  + " record what was given on paper or in person (LETTER, IN_PERSON), with its"
                  + " evidence.");
      case Refusal.LaterAnswerStands it ->
          conflict(
                  "LATER_ANSWER_STANDS",
                  "8.4",
                  "A consent given at standingSince is later than effectiveAt and stays. Leave"
                      + " effectiveAt out to end it now.")
              .with("standingSince", it.effectiveAt().toString());
      case Refusal.EffectiveInFuture it ->
          invalid("EFFECTIVE_IN_FUTURE", "effectiveAt lies in the future.");
      case Refusal.ExpiryBeforeBeginning it ->
          invalid("EXPIRY_BEFORE_BEGINNING", "expiresAt must be later than effectiveAt.");
      case Refusal.ConsentNotClaimed it ->
          conflict(
              "CONSENT_NOT_CLAIMED",
              "7.1",
              "Consent is given by the person. Send it to the subject's consents.");
      case Refusal.GroundOutsidePurpose it ->
          conflict(
              "GROUND_OUTSIDE_PURPOSE",
              "6",
              "The purpose does not rest on this ground. An administrator changes the purpose.");
      case Refusal.MarketingNeedsConsent it ->
          conflict(
              "MARKETING_NEEDS_CONSENT", "4.1", "A purpose of marketing opens by consent alone.");
      case Refusal.GroundSwitchedOff it ->
          conflict(
              "GROUND_SWITCHED_OFF",
              it.ground().clause(),
              "This operator may not use the ground; an administrator has switched it off.");
      case Refusal.EvidenceMissing it -> evidenceMissing(it);
      case Refusal.ConditionsMissing it ->
          conflict(
                  "CONDITIONS_MISSING", "8.6", "Say on which conditions the data may be processed.")
              .withErrors(
                  List.of(new InvalidInput("/conditions", "CONDITIONS_MISSING", "is needed")));
      case Refusal.GroundUnknown it ->
          notFound("GROUND_UNKNOWN", "7", "No such ground was claimed for this subject.");
      case Refusal.ProhibitionUnknown it ->
          notFound("PROHIBITION_UNKNOWN", "8.6", "No such prohibition of this subject stands.");
      case Refusal.HoldUnknown it ->
          notFound("HOLD_UNKNOWN", "5.7", "No such hold on this subject's data stands.");
      case Refusal.SuspensionUnknown it ->
          notFound("SUSPENSION_UNKNOWN", "8.4", "No such suspension of sending stands.");
      case Refusal.LegalHold it ->
          conflict(
              "LEGAL_HOLD",
              "5.7",
              "A legal hold keeps the data. Lift it first, or wait until it is lifted.");
      case Refusal.AuthorityRequestPending it ->
          conflict(
              "AUTHORITY_REQUEST_PENDING",
              "3.2",
              "The authorised body asks about this subject; the data is kept until it is"
                  + " answered.");
      case Refusal.DisposalPending it ->
          conflict(
              "DISPOSAL_PENDING",
              "5.7",
              "A disposal of another kind waits for approval. Approve it, or cancel it first.");
      case Refusal.NothingToApprove it ->
          conflict("NOTHING_TO_APPROVE", "5.7", "No disposal of this subject waits for approval.");
      case Refusal.SecondPersonNeeded it ->
          conflict(
              "SECOND_PERSON_NEEDED",
              "5.7",
              "Who asked for the disposal does not approve it. Somebody else does.");
      case Refusal.NoLongerDue it ->
          conflict(
              "NO_LONGER_DUE",
              "5.7",
              "The data came to be needed again since the disposal was asked for. Cancel it.");
      case Refusal.StillDue it ->
          conflict(
              "STILL_DUE",
              "5.7",
              "The time of the data is over. To keep it longer, place a hold or claim a ground.");
      case Refusal.DisposalUnknown it ->
          notFound("DISPOSAL_UNKNOWN", "2.14", "There is no disposal of this identifier.");
      case Refusal.DisposalNotDone it ->
          conflict(
              "DISPOSAL_NOT_DONE",
              "2.14",
              "The disposal waits, was called off, or was not done yet at that moment.");
      case Refusal.RecipientWithoutData it ->
          conflict(
              "RECIPIENT_WITHOUT_DATA",
              "2.11",
              "The recipient was never given the data that was disposed of.");
      case Refusal.ConfirmationBeforeNotice it ->
          conflict(
              "CONFIRMATION_BEFORE_NOTICE",
              "2.14",
              "The recipient confirms after it was told. Record the notice first.");
      case Refusal.AddressUnusable it ->
          conflict(
              "ADDRESS_UNUSABLE",
              "2.2",
              "No e-mail address is held that may be written to: there is none, or it is blocked.");
      case Refusal.MailingUnknown it ->
          notFound("MAILING_UNKNOWN", "6", "No such mailing was planned.");
      case Refusal.MailingUnderWay it ->
          conflict(
              "MAILING_UNDER_WAY",
              "6",
              "The mailing has begun, and stays as it is. Pause, resume or cancel it, or plan"
                  + " another.");
      case Refusal.MailingNotStarted it ->
          conflict("MAILING_NOT_STARTED", "6", "The mailing has not begun. Start it.");
      case Refusal.MailingEnded it ->
          conflict("MAILING_ENDED", "6", "The mailing is over. Plan another.");
      case Refusal.MailNotConfigured it ->
          conflict(
              "MAIL_NOT_CONFIGURED",
              "6",
              "Letters cannot be sent before whoever runs the ledger sets "
                  + it.setting()
                  + "; the public address begins with https (RFC 8058).");
      case Refusal.OperatorNotDescribed it ->
          conflict(
              "OPERATOR_NOT_DESCRIBED",
              "2.7",
              "A document names the operator, who was not described yet. An administrator does"
                  + " that: PUT /api/v1/operator.");
      case Refusal.WebhookUnknown it ->
          Problem.of(
              HttpStatus.NOT_FOUND,
              "WEBHOOK_UNKNOWN",
              "There is no such webhook. An administrator adds it.");
      case Refusal.WebhookBegun it ->
          Problem.of(
              HttpStatus.CONFLICT,
              "WEBHOOK_BEGUN",
              "The webhook began after another position. Leave after out; for earlier events, ask"
                  + " for a redelivery.");
      case Refusal.AuthorityMissing it ->
          conflict(
              "AUTHORITY_MISSING",
              "3.2",
              "A representative's authority is recorded: send givenBy.authorityRef.");
      case Refusal.RequestUnknown it ->
          notFound("REQUEST_UNKNOWN", "3.2", "No such request was received.");
      case Refusal.RequestClosed it ->
          conflict("REQUEST_CLOSED", "3.2", "The request was answered or refused already.");
      case Refusal.AnswerByBeforeReceipt it ->
          invalid("ANSWER_BY_BEFORE_RECEIPT", "answerBy lies before the day of the receipt.");
      case Refusal.AuthorityAsks it ->
          conflict(
              "AUTHORITY_ASKS",
              "3.2",
              "The authorised body asks; that is answered at /api/v1/authority-requests, and no"
                  + " more.");
      case Refusal.IdentityNotVerified it ->
          conflict(
              "IDENTITY_NOT_VERIFIED",
              "8.3",
              "Nothing is disclosed or changed before it is verified who asks. Record that first,"
                  + " at identity-verification.");
      case Refusal.IdentityVerifiedAlready it ->
          conflict(
              "IDENTITY_VERIFIED_ALREADY", "8.3", "It was verified who asks, and that stands.");
      case Refusal.AuthorityNotChecked it ->
          conflict(
              "AUTHORITY_NOT_CHECKED",
              "3.2",
              "The representative's authority was not checked. Record that first, at"
                  + " authority-check.");
      case Refusal.NoRepresentative it ->
          conflict(
              "NO_REPRESENTATIVE",
              "3.2",
              "The person asks without a representative; there is no authority to check.");
      case Refusal.SubjectNotLinked it ->
          conflict(
              "SUBJECT_NOT_LINKED",
              "2.10",
              "It is not known whose request it is. Say that first, at subject.");
      case Refusal.EffectNotAsked it ->
          conflict(
              "EFFECT_NOT_ASKED",
              "4.1",
              "A request of this type does not ask for one of the effects.");
      case Refusal.TermOver it ->
          conflict(
              "TERM_OVER",
              "3.2",
              "The term of the request is over; it neither rests nor is extended any more.");
      case Refusal.ExtendedAlready it ->
          conflict("EXTENDED_ALREADY", "3.2", "The term was extended already; that is done once.");
      case Refusal.BreachUnknown it ->
          notFound("BREACH_UNKNOWN", "3.1", "No such breach was found.");
      case Refusal.BreachClosed it ->
          conflict("BREACH_CLOSED", "3.1", "The breach is closed; nothing is added any more.");
      case Refusal.AuthorityNotifiedAlready it ->
          conflict(
              "AUTHORITY_NOTIFIED_ALREADY",
              "3.1",
              "The authorised body was told of the breach, and that stands.");
      case Refusal.AuthorityNotNotified it ->
          conflict(
              "AUTHORITY_NOT_NOTIFIED",
              "3.1",
              "The authorised body was not told yet. Record that first, at authority-notice.");
      case Refusal.NoticeBeforeFinding it ->
          conflict(
              "NOTICE_BEFORE_FINDING",
              "3.1",
              "Nobody was told of the breach before it was found. Check notifiedAt.");
      case Refusal.RefusedForForm it ->
          conflict(
              "REFUSED_FOR_FORM",
              "8.4",
              "A withdrawal is never refused for form. Answer it with the withdrawal.");
    };
  }

  /** Carries the decision, with its first reason's clause; the others are in the decision. */
  private static Problem denied(Decision decision) {
    return conflict(
            "PROCESSING_DENIED",
            decision.reasons().getFirst().code().clause(),
            "The act is not permitted and must not be done; see decision. Nothing was recorded.")
        .with("decision", DecisionView.of(decision));
  }

  private static Problem evidenceMissing(Refusal.EvidenceMissing refusal) {
    return conflict(
            "EVIDENCE_MISSING",
            refusal.ground().clause(),
            "The claim lacks evidence that its clause demands; see errors.")
        .withErrors(
            refusal.missing().stream()
                .map(key -> new InvalidInput("/evidence/" + key, "EVIDENCE_MISSING", "is needed"))
                .toList());
  }

  private static Problem notFound(String code, String clause, String detail) {
    return Problem.of(HttpStatus.NOT_FOUND, code, detail).withClause(clause);
  }

  private static Problem conflict(String code, String clause, String detail) {
    return Problem.of(HttpStatus.CONFLICT, code, detail).withClause(clause);
  }

  private static Problem invalid(String code, String detail) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }
}
