package org.consentledger.api.mail.letter;

import java.util.regex.Pattern;
import org.consentledger.core.vocabulary.Language;

/** In which of the three languages a letter is written, judged by its letters. */
final class LetterLanguage {

  private static final Pattern KAZAKH = Pattern.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

  private LetterLanguage() {}

  /**
   * Kazakh where a letter of its own occurs more than here and there, as in a name; otherwise
   * Russian or English, and Russian where there is neither.
   */
  static Language of(String text) {
    long cyrillic = CYRILLIC.matcher(text).results().count();
    if (cyrillic >= LATIN.matcher(text).results().count()) {
      long kazakh = KAZAKH.matcher(text).results().count();
      return kazakh * 20 >= cyrillic && kazakh > 0 ? Language.KK : Language.RU;
    }
    return Language.EN;
  }
}
