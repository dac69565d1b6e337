package org.consentledger.api.mail.intake;

/** How a letter that was taken in is left in its mailbox. */
enum Disposition {
  /** The vault has it. */
  DONE,
  /** It opens nothing, and is nowhere but in the mailbox. */
  SET_ASIDE,
  /** Somebody must look at it there. */
  LOOK_AT
}
