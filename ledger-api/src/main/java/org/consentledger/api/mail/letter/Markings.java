package org.consentledger.api.mail.letter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.Language;

/**
 * The words by which letters are told apart, in each language (clauses 8.3, 8.4). A marking opens
 * the subject, or is the whole first line of the text; words of withdrawal may stand anywhere in
 * what the sender wrote.
 */
public final class Markings {

  private final Map<Language, Set<String>> withdrawal;
  private final Map<Language, Set<String>> rectification;
  private final Map<Language, List<Phrase>> wordsOfWithdrawal;
  private final Set<String> introductions;

  /**
   * The words, as people write them.
   *
   * @param withdrawal markings of a withdrawal of consent
   * @param rectification markings of a request to rectify
   * @param wordsOfWithdrawal what people write who want no more letters; {@code *} ends the
   *     beginning of a word, {@code …} stands for up to four words
   * @param introductions what mail programs and people put before a subject, such as {@code Re:}
   */
  public record Words(
      Map<Language, List<String>> withdrawal,
      Map<Language, List<String>> rectification,
      Map<Language, List<String>> wordsOfWithdrawal,
      List<String> introductions) {

    /** Copies what was given. */
    public Words {
      withdrawal = Map.copyOf(withdrawal);
      rectification = Map.copyOf(rectification);
      wordsOfWithdrawal = Map.copyOf(wordsOfWithdrawal);
      introductions = List.copyOf(introductions);
    }
  }

  /** Tells letters apart by these words. */
  public Markings(Words words) {
    this.withdrawal = folded(words.withdrawal());
    this.rectification = folded(words.rectification());
    this.wordsOfWithdrawal = new EnumMap<>(Language.class);
    words
        .wordsOfWithdrawal()
        .forEach(
            (language, phrases) ->
                wordsOfWithdrawal.put(language, phrases.stream().map(Phrase::new).toList()));
    this.introductions = fold(words.introductions());
  }

  private static Map<Language, Set<String>> folded(Map<Language, List<String>> words) {
    Map<Language, Set<String>> folded = new EnumMap<>(Language.class);
    words.forEach((language, some) -> folded.put(language, fold(some)));
    return folded;
  }

  private static Set<String> fold(Collection<String> words) {
    Set<String> folded = new TreeSet<>();
    words.forEach(some -> folded.add(Wording.fold(some)));
    return folded;
  }

  /** The language in which the letter is marked as a withdrawal, if it is. */
  Optional<Language> withdrawal(Letter letter) {
    return marking(withdrawal, letter);
  }

  /** The language in which the letter is marked as a request to rectify, if it is. */
  Optional<Language> rectification(Letter letter) {
    return marking(rectification, letter);
  }

  /** The language in which the sender asks for no more letters, in whatever words. */
  Optional<Language> wordsOfWithdrawal(Letter letter) {
    List<String> said = List.of(Wording.fold(letter.subject()), Wording.fold(letter.ownText()));
    List<Language> languages = new ArrayList<>();
    wordsOfWithdrawal.forEach(
        (language, phrases) -> {
          if (phrases.stream().anyMatch(phrase -> said.stream().anyMatch(phrase::standsIn))) {
            languages.add(language);
          }
        });
    return languages.stream().findFirst();
  }

  /**
   * A question about a withdrawal is none: whatever takes effect at once must be said, not spoken
   * of.
   */
  private Optional<Language> marking(Map<Language, Set<String>> markings, Letter letter) {
    String subject = letter.subject().contains("?") ? "" : introduced(letter.subject());
    String firstLine = letter.ownText().lines().findFirst().map(this::introduced).orElse("");
    return markings.entrySet().stream()
        .filter(
            marking ->
                marking.getValue().stream()
                    .anyMatch(it -> (subject + " ").startsWith(it + " ") || firstLine.equals(it)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What is introduced by {@code Re:}, {@code Fwd[2]:}, {@code [External]} and the like. */
  private String introduced(String line) {
    String rest = line.strip();
    while (true) {
      String without = withoutIntroduction(rest);
      if (without.equals(rest)) {
        return Wording.fold(rest);
      }
      rest = without;
    }
  }

  private String withoutIntroduction(String line) {
    if (line.startsWith("[") && line.indexOf(']') > 0) {
      return line.substring(line.indexOf(']') + 1).strip();
    }
    int colon = line.indexOf(':') < 0 ? line.indexOf('：') : line.indexOf(':');
    if (colon < 0) {
      return line;
    }
    String before = Wording.fold(line.substring(0, colon).replaceAll("\\[\\d+]|\\(\\d+\\)", ""));
    return introductions.contains(before) ? line.substring(colon + 1).strip() : line;
  }
}
