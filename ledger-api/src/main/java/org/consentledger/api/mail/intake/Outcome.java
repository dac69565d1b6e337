package org.consentledger.api.mail.intake;

import io.swagger.v3.oas.annotations.media.Schema;

/** What came of a letter. */
@Schema(name = "LetterOutcome")
public enum Outcome {
  /** A request was opened. */
  REQUEST,
  /** It opened nothing: no person asks for anything in it. */
  NOTHING,
  /** It had come before. */
  DUPLICATE,
  /** Nobody can make anything of it; it waits in the mailbox for somebody to look at it. */
  QUARANTINED;

  /** How it is left in the mailbox. */
  Disposition disposition(boolean whole) {
    return switch (this) {
      case REQUEST -> whole ? Disposition.DONE : Disposition.LOOK_AT;
      case NOTHING, DUPLICATE -> Disposition.SET_ASIDE;
      case QUARANTINED -> Disposition.LOOK_AT;
    };
  }
}
