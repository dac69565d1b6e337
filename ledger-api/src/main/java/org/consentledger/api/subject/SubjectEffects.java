package org.consentledger.api.subject;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Prepares what can be done to a person's data both by a command of its own and with the answer to
 * a request, so that it is the same whichever way it comes.
 */
@Component
public final class SubjectEffects {

  private final Vault vault;
  private final Intake intake;
  private final WhatContinues continuing;

  SubjectEffects(Vault vault, Intake intake, WhatContinues continuing) {
    this.vault = vault;
    this.intake = intake;
    this.continuing = continuing;
  }

  /**
   * Checks corrected data.
   *
   * @throws ProblemException where there is none, or it has not the right form
   */
  public Intake.Checked check(SubjectRequests.Rectify request) {
    Intake.Checked data = intake.check(request.identifiers(), request.personalData());
    if (data.contents().isEmpty()) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "INVALID_INPUT",
              "Send the corrected data; to unblock alone, there is unblock."));
    }
    return data;
  }

  /** Corrects checked data (clauses 4.1, 8.3). */
  public Prepared rectify(
      SubjectId subjectId, SubjectRequests.Rectify request, Intake.Checked data) {
    intake.requireFree(data, subjectId);
    Deposit deposit = vault.rectify(subjectId);
    intake.deposit(data, deposit);
    Scope unblocked =
        request.scope() == null ? Scope.of(data.categories()) : Scopes.of(request.scope());
    return new Prepared(
        new RectifyPersonalData(
            subjectId,
            data.categories(),
            request.reason(),
            Boolean.TRUE.equals(request.unblock()),
            unblocked),
        deposit.writes(),
        Map.of("subjectId", subjectId));
  }

  /** Blocks (clauses 2.2, 4.1). */
  public Prepared block(SubjectId subjectId, SubjectRequests.Block request) {
    return new Prepared(
        new BlockProcessing(subjectId, Scopes.of(request.scope()), request.reason()),
        List.of(),
        Map.of("subjectId", subjectId));
  }

  /** Unblocks (clause 2.2). */
  public Prepared unblock(SubjectId subjectId, SubjectRequests.Unblock request) {
    return new Prepared(
        new UnblockProcessing(subjectId, Scopes.of(request.scope()), request.reason()),
        List.of(),
        Map.of("subjectId", subjectId));
  }

  /**
   * Destroys (clause 2.14).
   *
   * @param actor who asks, as an identifier
   */
  public Prepared destroy(SubjectId subjectId, SubjectRequests.Dispose request, String actor) {
    return new Prepared(
        new DestroySubject(subjectId, UUID.randomUUID(), request.ground(), request.reason(), actor),
        List.of(),
        appended -> DisposalMembers.of(subjectId, appended),
        HttpStatus.ACCEPTED);
  }

  /** Withdraws consent (clause 8.4), and says what goes on (clause 3.1). */
  public Prepared withdraw(SubjectId subjectId, PurposeId purposeId, ConsentRequests.No request) {
    return new Prepared(
        new WithdrawConsent(subjectId, purposeId, request.channel(), request.effectiveAt()),
        List.of(),
        Map.of(
            "subjectId",
            subjectId,
            "continuing",
            continuing.afterWithdrawal(subjectId, purposeId)));
  }

  /** Ends processing (clauses 3.2, 4.1), and says what goes on (clause 3.1). */
  public Prepared cease(SubjectId subjectId, GroundRequests.Cease request) {
    SortedSet<PurposeId> purposes = Scopes.set(request.purposes(), PurposeId::new);
    return new Prepared(
        new DemandCessation(subjectId, purposes, request.effectiveAt()),
        List.of(),
        Map.of(
            "subjectId", subjectId, "continuing", continuing.afterCessation(subjectId, purposes)));
  }
}
