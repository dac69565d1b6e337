package org.consentledger.core.testing;

import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PHONE;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.core.subject.ConsentEvent.ConsentExpired;
import org.consentledger.core.subject.ConsentEvent.ConsentGiven;
import org.consentledger.core.subject.ConsentEvent.ConsentRefused;
import org.consentledger.core.subject.ConsentEvent.ConsentRenewed;
import org.consentledger.core.subject.ConsentEvent.ConsentWithdrawn;
import org.consentledger.core.subject.DisposalEvent.SubjectAnonymised;
import org.consentledger.core.subject.DisposalEvent.SubjectDestroyed;
import org.consentledger.core.subject.RegistrationEvent.PersonalDataRectified;
import org.consentledger.core.subject.RegistrationEvent.SubjectRegistered;
import org.consentledger.core.subject.RestrictionEvent.ProcessingBlocked;
import org.consentledger.core.subject.RestrictionEvent.ProcessingUnblocked;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.Source;

/** What happened to the sample subject. */
public final class SubjectEvents {

  private SubjectEvents() {}

  /** Registered earlier for the newsletter, with e-mail and phone. */
  public static SubjectRegistered registered() {
    return registered(NEWSLETTER, EARLIER, EMAIL, PHONE);
  }

  public static SubjectRegistered registered(
      PurposeId purpose, Instant at, Category... categories) {
    return new SubjectRegistered(
        SUBJECT, purpose, Source.FORM, Language.RU, set(categories), null, false, at);
  }

  public static PersonalDataRectified rectified(
      RequestReason reason, Instant at, Category... categories) {
    return new PersonalDataRectified(SUBJECT, set(categories), reason, at);
  }

  public static ConsentGiven consentGiven(PurposeId purpose) {
    return consentGiven(purpose, TermsBuilder.terms(), EARLIER);
  }

  public static ConsentGiven consentGiven(PurposeId purpose, TermsBuilder terms, Instant at) {
    return new ConsentGiven(SUBJECT, purpose, terms.build(), at);
  }

  public static ConsentRenewed consentRenewed(PurposeId purpose, TermsBuilder terms, Instant at) {
    return new ConsentRenewed(SUBJECT, purpose, terms.build(), at);
  }

  public static ConsentRefused consentRefused(PurposeId purpose, Instant at) {
    return new ConsentRefused(SUBJECT, purpose, Channel.WEB, at);
  }

  public static ConsentWithdrawn consentWithdrawn(PurposeId purpose, Instant at) {
    return new ConsentWithdrawn(SUBJECT, purpose, Channel.WEB, at);
  }

  public static ConsentExpired consentExpired(PurposeId purpose, UUID consent, Instant end) {
    return new ConsentExpired(SUBJECT, purpose, consent, end);
  }

  public static ProcessingBlocked blocked(Scope scope, Instant at) {
    return new ProcessingBlocked(SUBJECT, scope, RequestReason.INACCURATE, at);
  }

  public static ProcessingUnblocked unblocked(Scope scope, Instant at) {
    return new ProcessingUnblocked(SUBJECT, scope, RequestReason.INACCURATE, at);
  }

  public static SubjectAnonymised anonymised(Instant at) {
    return new SubjectAnonymised(SUBJECT, DisposalGround.REQUEST, RequestReason.UNNECESSARY, at);
  }

  public static SubjectDestroyed destroyed(Instant at) {
    return new SubjectDestroyed(SUBJECT, DisposalGround.REQUEST, RequestReason.UNNECESSARY, at);
  }
}
