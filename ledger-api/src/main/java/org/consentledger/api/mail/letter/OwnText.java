package org.consentledger.api.mail.letter;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote of a letter's text, without what their program put below it: the letter that
 * they answer, or that they forward.
 */
final class OwnText {

  private static final int LONGEST_INTRODUCTION = 300;

  /** The line that programs draw above what is forwarded or answered. */
  private static final Pattern RULE =
      Pattern.compile(
          """
          (?iUx)^ \\s* [-_=*]* \\s*
          ( (begin\\ )? (original|forwarded)\\ (message|e-?mail)
          | (начало\\ )? (исходн|пересылаем|переслан|переадресованн|перенаправленн) \\w* \\ (сообщени|письм) \\w*
          | (бастапқы|қайта\\ жіберілген|жіберілген)\\ (хабар|хат) \\w* )
          \\s* [-_=*]* \\s* :? \\s* $ | ^ \\s* _{20,} \\s* $
          """);

  /**
   * The line by which programs introduce a quotation: an address or a verb of writing, a date, a
   * colon.
   */
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?iU)^(?=.*\\d{1,2}[:.]\\d{2}|.*\\d{4})(?=.*(<?\\S+@\\S+>?|wrote|написал|пишет|жазды)).*:\\s*$");

  private static final Pattern FROM = Pattern.compile("(?iU)^\\W{0,3}(from|от|кімнен)\\*?\\s*:.*");
  private static final Pattern BELOW_FROM =
      Pattern.compile(
          "(?iU)^\\W{0,3}(to|sent|date|subject|кому|отправлено|дата|тема|кімге|жіберілді|күні|тақырып(ы)?)\\*?\\s*:.*");

  private OwnText() {}

  static String of(String text) {
    List<String> lines = text.replace('\u00a0', ' ').lines().toList();
    return lines.subList(0, firstQuoted(lines)).stream()
        .filter(line -> !line.stripLeading().startsWith(">"))
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private static int firstQuoted(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (isRule(lines.get(i)) || introduces(lines, i) || isForwardedHeader(lines, i)) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean isRule(String line) {
    return line.length() < LONGEST_INTRODUCTION && RULE.matcher(line).matches();
  }

  /** Programs break the line after 76 characters, so that it may stand on two. */
  private static boolean introduces(List<String> lines, int i) {
    String line = lines.get(i).strip();
    String two = i + 1 < lines.size() ? line + " " + lines.get(i + 1).strip() : line;
    return !line.isEmpty()
        && line.length() < LONGEST_INTRODUCTION
        && (INTRODUCTION.matcher(line).matches()
            || (two.length() < LONGEST_INTRODUCTION
                && Character.isLetterOrDigit(line.charAt(0))
                && !line.endsWith(":")
                && line.matches(".*\\d{4}.*")
                && INTRODUCTION.matcher(two).matches()));
  }

  /** The header of another letter, as Outlook writes it. */
  private static boolean isForwardedHeader(List<String> lines, int i) {
    return FROM.matcher(lines.get(i)).matches()
        && lines.subList(i + 1, Math.min(lines.size(), i + 5)).stream()
            .anyMatch(line -> BELOW_FROM.matcher(line).matches());
  }
}
