package org.consentledger.api.mail.letter;

import java.util.Optional;
import org.consentledger.api.mail.letter.LetterKind.MarkedWithdrawal;
import org.consentledger.api.mail.letter.LetterKind.Question;
import org.consentledger.api.mail.letter.LetterKind.Rectification;
import org.consentledger.api.mail.letter.LetterKind.UnmarkedWithdrawal;
import org.consentledger.core.vocabulary.Language;

/** Says what a letter asks for (clauses 3.2, 8.3, 8.4). */
public final class LetterRules {

  private LetterRules() {}

  /** What the letter asks for; the same for the same letter, always. */
  public static LetterKind kind(Letter letter, Markings markings, MailTrust trust) {
    return Unasked.cause(letter, trust)
        .<LetterKind>map(LetterKind.Unasked::new)
        .orElseGet(() -> personal(letter, markings));
  }

  private static LetterKind.Personal personal(Letter letter, Markings markings) {
    Optional<Language> withdrawal = markings.withdrawal(letter);
    if (withdrawal.isPresent()) {
      return new MarkedWithdrawal(withdrawal.get());
    }
    Optional<Language> words = markings.wordsOfWithdrawal(letter);
    Optional<Language> rectification = markings.rectification(letter);
    if (rectification.isPresent()) {
      return new Rectification(rectification.get(), words.isPresent());
    }
    return words.isPresent()
        ? new UnmarkedWithdrawal(words.get())
        : new Question(LetterLanguage.of(letter.subject() + "\n" + letter.ownText()));
  }
}
