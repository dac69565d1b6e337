package org.consentledger.api.mail.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a mail server says about who was authenticated (RFC 8601).
 *
 * @param server who says so (authserv-id)
 */
record AuthenticationResults(String server, List<Result> results) {

  AuthenticationResults {
    results = List.copyOf(results);
  }

  /**
   * The result of one method.
   *
   * @param method such as {@code dkim}, in lower case
   * @param value such as {@code pass}, in lower case
   * @param properties such as {@code header.d}, in lower case, with their values
   */
  record Result(String method, String value, Map<String, String> properties) {

    Result {
      properties = Map.copyOf(properties);
    }

    boolean passes() {
      return value.equals("pass");
    }

    Optional<String> property(String name) {
      return Optional.ofNullable(properties.get(name));
    }
  }

  /** Reads the value of the field; empty where it is written like none. */
  static Optional<AuthenticationResults> parse(String field) {
    List<List<String>> statements = statements(field);
    if (statements.getFirst().isEmpty()) {
      return Optional.empty();
    }
    List<Result> results = new ArrayList<>();
    for (List<String> words : statements.subList(1, statements.size())) {
      result(words).ifPresent(results::add);
    }
    return Optional.of(new AuthenticationResults(statements.getFirst().getFirst(), results));
  }

  private static Optional<Result> result(List<String> words) {
    if (words.isEmpty() || words.getFirst().indexOf('=') <= 0) {
      return Optional.empty();
    }
    Map<String, String> properties = new TreeMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        properties.putIfAbsent(lower(word.substring(0, equals)), word.substring(equals + 1));
      }
    }
    String[] first = words.getFirst().split("=", 2);
    String method = first[0].split("/", 2)[0];
    return Optional.of(new Result(lower(method), lower(first[1]), properties));
  }

  /**
   * The words of each statement. What stands in comments or quotation marks separates nothing: a
   * sender chooses some of it.
   */
  private static List<List<String>> statements(String field) {
    List<List<String>> statements = new ArrayList<>();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int comments = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char next = field.charAt(i);
      boolean escaped = next == '\\' && (quoted || comments > 0) && i + 1 < field.length();
      if (escaped) {
        i++;
        if (quoted) {
          word.append(field.charAt(i));
        }
      } else if (quoted) {
        quoted = next != '"';
        if (quoted) {
          word.append(next);
        }
      } else if (next == '(' || comments > 0) {
        comments += next == '(' ? 1 : next == ')' ? -1 : 0;
      } else if (next == '"') {
        quoted = true;
      } else if (next == ';') {
        finish(word, words);
        statements.add(words);
        words = new ArrayList<>();
      } else if (Character.isWhitespace(next)) {
        finish(word, words);
      } else {
        word.append(next);
      }
    }
    finish(word, words);
    statements.add(words);
    return joined(statements);
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Space may stand around the equals sign. */
  private static List<List<String>> joined(List<List<String>> statements) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> words : statements) {
      List<String> whole = new ArrayList<>();
      for (String word : words) {
        boolean goesOn =
            !whole.isEmpty() && (word.startsWith("=") || whole.getLast().endsWith("="));
        if (goesOn) {
          whole.set(whole.size() - 1, whole.getLast() + word);
        } else {
          whole.add(word);
        }
      }
      all.add(whole);
    }
    return all;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
