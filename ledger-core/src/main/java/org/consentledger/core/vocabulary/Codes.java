package org.consentledger.core.vocabulary;

import java.util.regex.Pattern;

/**
 * What a code may look like. Codes stand in events, in addresses and in logs, where nothing
 * personal may stand; so a code is short ASCII without {@code @}, and holds fewer digits than a
 * telephone number (ten) or an individual identification number (twelve) needs.
 */
public final class Codes {

  /** Purposes, policy versions, recipients. */
  public static final String CODE =
      "(?=(?:[^0-9]*[0-9]){0,9}[^0-9]*$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** Categories of personal data: upper case. */
  public static final String CATEGORY = "(?=(?:[^0-9]*[0-9]){0,9}[^0-9]*$)[A-Z][A-Z0-9_]{0,63}";

  private static final Pattern CODE_PATTERN = Pattern.compile(CODE);
  private static final Pattern CATEGORY_PATTERN = Pattern.compile(CATEGORY);

  private Codes() {}

  static String code(String value) {
    return matching(CODE_PATTERN, value);
  }

  static String category(String value) {
    return matching(CATEGORY_PATTERN, value);
  }

  private static String matching(Pattern pattern, String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException("This is no code; see Codes for the form of one.");
    }
    return value;
  }
}
