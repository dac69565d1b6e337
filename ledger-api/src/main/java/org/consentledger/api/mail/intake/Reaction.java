package org.consentledger.api.mail.intake;

import org.consentledger.api.mail.letter.LetterKind;
import org.consentledger.api.mail.letter.LetterKind.MarkedWithdrawal;
import org.consentledger.api.mail.letter.LetterKind.Question;
import org.consentledger.api.mail.letter.LetterKind.Rectification;
import org.consentledger.api.mail.letter.LetterKind.UnmarkedWithdrawal;
import org.consentledger.api.mail.letter.SenderProof;
import org.consentledger.core.request.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a person's letter (clauses 8.3, 8.4). Anybody can write a letter under
 * anybody's address: without proof that it comes from there, all that it does to the person is that
 * letters pause.
 *
 * @param type the request that is opened
 * @param effect what is done at once to the data of the person, if anything
 */
record Reaction(RequestType type, @Nullable Effect effect) {

  /**
   * What is to be done.
   *
   * @param known whether the address is that of somebody who is registered
   */
  static Reaction to(LetterKind.Personal kind, boolean known, SenderProof proof) {
    return switch (kind) {
      case MarkedWithdrawal it ->
          new Reaction(
              RequestType.WITHDRAWAL,
              onlyIf(known, proof == SenderProof.NONE ? Effect.SUSPEND : Effect.WITHDRAW));
      case UnmarkedWithdrawal it ->
          new Reaction(RequestType.WITHDRAWAL, onlyIf(known, Effect.SUSPEND));
      case Rectification it ->
          new Reaction(
              RequestType.RECTIFICATION, onlyIf(known && it.alsoWithdraws(), Effect.SUSPEND));
      case Question it -> new Reaction(RequestType.QUESTION, null);
    };
  }

  private static @Nullable Effect onlyIf(boolean condition, Effect effect) {
    return condition ? effect : null;
  }
}
