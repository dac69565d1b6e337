package org.consentledger.core.subject;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.SubjectCommand.AcceptInvitation;
import org.consentledger.core.subject.SubjectCommand.AnonymiseSubject;
import org.consentledger.core.subject.SubjectCommand.ApproveDisposal;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.CancelDisposal;
import org.consentledger.core.subject.SubjectCommand.ClaimGround;
import org.consentledger.core.subject.SubjectCommand.ConfirmAccuracy;
import org.consentledger.core.subject.SubjectCommand.ConfirmNotice;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.DemandTransferCessation;
import org.consentledger.core.subject.SubjectCommand.DestroySubject;
import org.consentledger.core.subject.SubjectCommand.DisposeOfDue;
import org.consentledger.core.subject.SubjectCommand.EndGround;
import org.consentledger.core.subject.SubjectCommand.ExpireConsent;
import org.consentledger.core.subject.SubjectCommand.GiveConsent;
import org.consentledger.core.subject.SubjectCommand.HoldForAuthority;
import org.consentledger.core.subject.SubjectCommand.InviteConsent;
import org.consentledger.core.subject.SubjectCommand.LiftHold;
import org.consentledger.core.subject.SubjectCommand.LiftProhibition;
import org.consentledger.core.subject.SubjectCommand.OverrideProhibition;
import org.consentledger.core.subject.SubjectCommand.PlaceHold;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RegisterSubject;
import org.consentledger.core.subject.SubjectCommand.ReleaseForAuthority;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.subject.SubjectCommand.ResumeSending;
import org.consentledger.core.subject.SubjectCommand.SetProhibition;
import org.consentledger.core.subject.SubjectCommand.SuspendSending;
import org.consentledger.core.subject.SubjectCommand.TellRecipient;
import org.consentledger.core.subject.SubjectCommand.UnblockProcessing;
import org.consentledger.core.subject.SubjectCommand.WithdrawConsent;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of a data subject: routes commands to the rules and events to the state, and decides
 * nothing. Rules stand in {@link ConsentRules}, {@link InvitationRules}, {@link GroundRules},
 * {@link DataRules}, {@link ProtectionRules}, {@link ProcessingRules}, {@link DisposalRules},
 * {@link DueRules} and {@link NoticeRules}, the state in {@link SubjectState}.
 */
public class DataSubject {

  @AggregateIdentifier private @Nullable SubjectId subjectId;

  /** What this unit of work has added; no part of what is true of the subject. */
  private final transient List<UUID> added = new ArrayList<>();

  private @Nullable SubjectState state;

  /** For Axon, which folds the events over it. */
  protected DataSubject() {}

  /**
   * A subject as it is now.
   *
   * @param state the fold of all its events
   */
  public DataSubject(SubjectState state) {
    this.subjectId = state.subjectId();
    this.state = state;
  }

  @CommandHandler
  DataSubject(RegisterSubject command, RegisterReader registers, Clock clock) {
    emit(DataRules.register(command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(GiveConsent command, RegisterReader registers, Clock clock) {
    emit(ConsentRules.give(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(InviteConsent command, RegisterReader registers, Clock clock) {
    emit(InvitationRules.invite(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(
      AcceptInvitation command, RegisterReader registers, HistoryReader history, Clock clock) {
    emit(InvitationRules.accept(state(), command, registers.current(), history, clock.instant()));
  }

  @CommandHandler
  void handle(RenewConsent command, RegisterReader registers, Clock clock) {
    emit(ConsentRules.renew(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(RefuseConsent command, RegisterReader registers, Clock clock) {
    emit(ConsentRules.refuse(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(WithdrawConsent command, RegisterReader registers, Clock clock) {
    emit(ConsentRules.withdraw(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(ExpireConsent command, Clock clock) {
    emit(ConsentRules.expire(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(RectifyPersonalData command, RegisterReader registers, Clock clock) {
    emit(DataRules.rectify(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(BlockProcessing command, RegisterReader registers, Clock clock) {
    emit(DataRules.block(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(UnblockProcessing command, RegisterReader registers, Clock clock) {
    emit(DataRules.unblock(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(ClaimGround command, RegisterReader registers, Clock clock) {
    emit(GroundRules.claim(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(EndGround command, Clock clock) {
    emit(GroundRules.end(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(DemandCessation command, RegisterReader registers, Clock clock) {
    emit(GroundRules.cease(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(DemandTransferCessation command, RegisterReader registers, Clock clock) {
    emit(GroundRules.ceaseTransfer(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(ConfirmAccuracy command, Clock clock) {
    emit(DataRules.confirm(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(SetProhibition command, RegisterReader registers, Clock clock) {
    emit(ProtectionRules.prohibit(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(LiftProhibition command, Clock clock) {
    emit(ProtectionRules.lift(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(OverrideProhibition command, Clock clock) {
    emit(ProtectionRules.override(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(PlaceHold command, Clock clock) {
    emit(ProtectionRules.hold(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(LiftHold command, Clock clock) {
    emit(ProtectionRules.release(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(HoldForAuthority command, Clock clock) {
    emit(ProtectionRules.holdForAuthority(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(ReleaseForAuthority command, Clock clock) {
    emit(ProtectionRules.releaseForAuthority(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(SuspendSending command, Clock clock) {
    emit(SuspensionRules.suspend(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(ResumeSending command, Clock clock) {
    emit(SuspensionRules.resume(state(), command, clock.instant()));
  }

  @CommandHandler
  void handle(
      RecordProcessing command,
      RegisterReader registers,
      HistoryReader history,
      Deadlines deadlines,
      Clock clock) {
    emit(
        ProcessingRules.record(
            state(), command, registers.current(), history, deadlines, clock.instant()));
  }

  @CommandHandler
  void handle(AnonymiseSubject command, RegisterReader registers, Clock clock) {
    emit(DisposalRules.anonymise(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(DestroySubject command, RegisterReader registers, Clock clock) {
    emit(DisposalRules.destroy(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(DisposeOfDue command, RegisterReader registers, Clock clock) {
    emit(DueRules.dispose(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(ApproveDisposal command, RegisterReader registers, Clock clock) {
    emit(DisposalRules.approve(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(CancelDisposal command, RegisterReader registers, Clock clock) {
    emit(DisposalRules.cancel(state(), command, registers.current(), clock.instant()));
  }

  @CommandHandler
  void handle(TellRecipient command, HistoryReader history, Clock clock) {
    emit(
        NoticeRules.tell(
            state(), history.historyOf(command.subjectId()), command, clock.instant()));
  }

  @CommandHandler
  void handle(ConfirmNotice command, HistoryReader history, Clock clock) {
    emit(
        NoticeRules.confirm(
            state(), history.historyOf(command.subjectId()), command, clock.instant()));
  }

  @EventSourcingHandler
  void on(SubjectEvent event, DomainEventMessage<?> message) {
    subjectId = event.subjectId();
    UUID eventId = UUID.fromString(message.getIdentifier());
    state = SubjectState.evolve(state, event, eventId);
    if (AggregateLifecycle.isLive()) {
      added.add(eventId);
    }
  }

  /** The events that were added since it was loaded, in order. */
  public List<UUID> added() {
    return List.copyOf(added);
  }

  private SubjectState state() {
    if (state == null) {
      throw new IllegalStateException("A subject that was loaded has a state.");
    }
    return state;
  }

  private static void emit(List<? extends SubjectEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
