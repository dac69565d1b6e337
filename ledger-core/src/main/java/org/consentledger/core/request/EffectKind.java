package org.consentledger.core.request;

import org.consentledger.core.subject.SubjectCommand;

/** What can be carried out with the answer to a request. */
public enum EffectKind {
  /** Data is corrected. */
  RECTIFY(SubjectCommand.RectifyPersonalData.class),
  /** Data is blocked; also until it is clear whether more is to be done with it. */
  BLOCK(SubjectCommand.BlockProcessing.class),
  /** Data may be used again. */
  UNBLOCK(SubjectCommand.UnblockProcessing.class),
  /** Data is destroyed. */
  DESTROY(SubjectCommand.DestroySubject.class),
  /** Consent is withdrawn. */
  WITHDRAW(SubjectCommand.WithdrawConsent.class),
  /** Processing stops. */
  CEASE(SubjectCommand.DemandCessation.class);

  private final Class<? extends SubjectCommand> command;

  EffectKind(Class<? extends SubjectCommand> command) {
    this.command = command;
  }

  /** Whether a command is of this kind. */
  boolean isDoneBy(SubjectCommand effect) {
    return command.isInstance(effect);
  }

  /**
   * Whether it must be known who asks before it is carried out (clause 8.3). Whoever withdraws is
   * asked for nothing more (clause 8.4).
   */
  boolean needsIdentity() {
    return this != WITHDRAW;
  }

  /** Whether a request of this type asks for it; a complaint may ask for anything. */
  public boolean isAskedBy(RequestType type) {
    return switch (type) {
      case COMPLAINT -> true;
      case OBJECTION -> this == RECTIFY || this == BLOCK || this == WITHDRAW || this == CEASE;
      case RECTIFICATION -> this == RECTIFY || this == BLOCK;
      case BLOCKING -> this == BLOCK;
      case UNBLOCKING -> this == UNBLOCK;
      case DESTRUCTION -> this == DESTROY || this == BLOCK;
      case WITHDRAWAL, CESSATION -> this == WITHDRAW || this == CEASE;
      case INFORMATION, QUESTION, AUTHORITY -> false;
    };
  }
}
