package org.consentledger.api.subject;

import java.util.Map;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.personaldata.IdentifiersRequest;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.Source;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.stereotype.Component;

/** Prepares registrations, whoever sends them (clause 2.10). */
@Component
public final class Registrations {

  private final Vault vault;
  private final Intake intake;

  Registrations(Vault vault, Intake intake) {
    this.vault = vault;
    this.intake = intake;
  }

  /** Registers a person under a new random identifier. */
  Prepared prepare(SubjectRequests.Register request, Intake.Checked data) {
    SubjectId subjectId = SubjectId.random();
    intake.requireFree(data, subjectId);
    Deposit deposit = vault.register(subjectId);
    intake.deposit(data, deposit);
    RegisterSubject command =
        new RegisterSubject(
            subjectId,
            request.purposeId() == null ? null : new PurposeId(request.purposeId()),
            request.source(),
            request.language(),
            data.categories(),
            Texts.seal(request.accuracyAttestedBy(), deposit),
            Boolean.TRUE.equals(request.aboutAnotherPerson()));
    return new Prepared(command, deposit.writes(), Map.of("subjectId", subjectId));
  }

  /**
   * Registers somebody of whom a form says an e-mail address and no more.
   *
   * @throws Refused where the address belongs to somebody already, who is named in the refusal
   */
  public Prepared byAddress(String email, PurposeId purposeId, Language language) {
    SubjectRequests.Register request =
        new SubjectRequests.Register(
            new IdentifiersRequest(email, null, null, null),
            null,
            purposeId.value(),
            Source.FORM,
            language,
            null,
            null);
    return prepare(request, intake.check(request.identifiers(), null));
  }
}
