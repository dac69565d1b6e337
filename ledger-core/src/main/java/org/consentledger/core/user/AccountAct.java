package org.consentledger.core.user;

/** What is done with an account. */
public enum AccountAct {
  /** Somebody signed in. */
  SIGNED_IN,
  /**
   * Somebody tried to sign in and was not let in; without a user where there is none of that name.
   */
  SIGN_IN_FAILED,
  /** After too many failures nobody is let in for a while. */
  LOCKED_OUT,
  /** Somebody signed out. */
  SIGNED_OUT,
  /** A user ended sessions of their own. */
  SESSIONS_ENDED,
  /** A user chose another password. */
  PASSWORD_CHANGED,
  /** An administrator gave a password for one sign-in. */
  PASSWORD_RESET,
  /** A user added a second factor. */
  SECOND_FACTOR_ADDED,
  /** A user signed in by a recovery code, which is used up. */
  RECOVERY_CODE_USED,
  /** A second factor was taken away, by the user or an administrator. */
  SECOND_FACTOR_REMOVED
}
