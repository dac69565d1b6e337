package org.consentledger.api.mail.letter;

import org.consentledger.core.vocabulary.Language;

/** What a letter asks for, if anybody asks for anything in it. */
public sealed interface LetterKind {

  /** A person's letter, which opens a request. */
  sealed interface Personal extends LetterKind {

    /** The language in which to answer. */
    Language language();
  }

  /** Marked as a withdrawal of consent (clause 8.4). */
  record MarkedWithdrawal(Language language) implements Personal {}

  /** The sender wants no more letters, and says so in words of their own (clause 8.4). */
  record UnmarkedWithdrawal(Language language) implements Personal {}

  /**
   * Marked as a request to rectify (clause 8.3).
   *
   * @param alsoWithdraws whether the sender says besides that they want no more letters
   */
  record Rectification(Language language, boolean alsoWithdraws) implements Personal {}

  /** Anything else that a person, or an authority, writes. */
  record Question(Language language) implements Personal {}

  /** Opens nothing: no person asks for anything in it. */
  record Unasked(Cause cause) implements LetterKind {}

  /** Why a letter opens nothing. */
  enum Cause {
    /** One of the ledger's own letters, or one from an address of the operator's own. */
    OWN,
    /** One's own server marked it as spam. */
    SPAM,
    /** A mail server reports on a letter, or a program that it was read. */
    BOUNCE,
    /** A program answered by itself. */
    AUTOMATIC_REPLY,
    /** It came through a mailing list, or is a newsletter. */
    MAILING_LIST
  }
}
