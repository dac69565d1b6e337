package org.consentledger.api.mail.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings words into a form in which they can be compared, however they were typed: upper or lower
 * case, any quotation marks and spaces, е for ё, Russian letters for Kazakh ones, Latin letters
 * that look like Cyrillic ones. The form is for comparing only; nobody can read it.
 */
final class Wording {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Mn}]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Wording() {}

  /** Words between single spaces, without anything but letters and digits. */
  static String fold(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String seen = UNSEEN.matcher(composed).replaceAll("");
    StringBuilder folded = new StringBuilder(seen.length());
    seen.chars().forEach(letter -> folded.append(fold((char) letter)));
    return BETWEEN_WORDS.matcher(folded).replaceAll(" ").strip();
  }

  /** Latin i is typed for Kazakh і, and so is и where there is no key for it. */
  private static char fold(char letter) {
    return switch (letter) {
      case 'а', 'ә' -> 'a';
      case 'в' -> 'b';
      case 'ғ' -> 'г';
      case 'е', 'ё' -> 'e';
      case 'к', 'қ' -> 'k';
      case 'м' -> 'm';
      case 'н', 'ң' -> 'h';
      case 'о', 'ө' -> 'o';
      case 'р' -> 'p';
      case 'с' -> 'c';
      case 'т' -> 't';
      case 'у', 'ұ', 'ү' -> 'y';
      case 'х', 'һ' -> 'x';
      case 'и', 'й', 'і', 'ї', 'ı' -> 'i';
      default -> letter;
    };
  }
}
