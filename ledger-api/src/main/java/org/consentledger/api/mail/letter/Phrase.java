package org.consentledger.api.mail.letter;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that follow one another. A word that ends in {@code *} is the beginning of one; an ellipsis
 * stands for up to four other words.
 */
final class Phrase {

  private static final String OTHER_WORDS = "(?:\\S+ ){0,4}";

  private final Pattern pattern;

  Phrase(String written) {
    String words =
        Arrays.stream(written.strip().split("\\s+"))
            .map(word -> word.equals("…") ? OTHER_WORDS : word(word) + " ")
            .collect(Collectors.joining());
    this.pattern = Pattern.compile("(?<= )" + words);
  }

  private static String word(String word) {
    String letters = Pattern.quote(Wording.fold(word));
    return word.endsWith("*") ? letters + "\\S*" : letters;
  }

  /**
   * Whether the words stand there.
   *
   * @param folded see {@link Wording#fold}
   */
  boolean standsIn(String folded) {
    return pattern.matcher(" " + folded + " ").find();
  }
}
