package org.consentledger.api.site.person;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.consentledger.api.report.SubjectReport.ReportedPurpose;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.vocabulary.LegalGround;

/**
 * A purpose, as its person sees it.
 *
 * @param answers what they may answer now, as it makes sense to offer it; the rules decide
 */
record OwnPurpose(ReportedPurpose purpose, Set<Answer> answers) {

  /** What somebody may answer. */
  enum Answer {
    WITHDRAWAL,
    RENEWAL,
    REFUSAL,
    CONSENT;

    /** As it stands in an address. */
    public String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static OwnPurpose of(ReportedPurpose purpose, Person person, Instant now) {
    ConsentAnswer answer = person.state().consent(purpose.purposeId());
    boolean open =
        person
            .registers()
            .findPurpose(purpose.purposeId())
            .filter(it -> !it.isRetiredAt(now))
            .filter(OwnPurpose::restsOnConsent)
            .isPresent();
    EnumSet<Answer> answers = EnumSet.noneOf(Answer.class);
    switch (answer) {
      case ConsentAnswer.Given given when given.isExpired(now) -> {
        if (open) {
          answers.add(Answer.RENEWAL);
        }
        answers.add(Answer.REFUSAL);
      }
      case ConsentAnswer.Given given -> {
        answers.add(Answer.WITHDRAWAL);
        if (open && given.terms().expiresAt() != null) {
          answers.add(Answer.RENEWAL);
        }
      }
      case ConsentAnswer.Withdrawn no -> addIf(open, answers, Answer.CONSENT);
      case ConsentAnswer.Refused no -> addIf(open, answers, Answer.CONSENT);
      case ConsentAnswer.NeverAsked none -> {
        addIf(open, answers, Answer.CONSENT);
        addIf(open, answers, Answer.REFUSAL);
      }
    }
    return new OwnPurpose(purpose, answers);
  }

  private static boolean restsOnConsent(PurposeState purpose) {
    return purpose.latest().definition().grounds().contains(LegalGround.CONSENT);
  }

  private static void addIf(boolean condition, Set<Answer> answers, Answer answer) {
    if (condition) {
      answers.add(answer);
    }
  }
}
