package org.consentledger.core.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The languages in which policies, forms and receipts exist, by their ISO 639-1 codes. */
public enum Language {
  /** Russian. */
  RU("ru"),
  /** Kazakh. */
  KK("kk"),
  /** English. */
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639-1 code, as stored and as sent. */
  @JsonValue
  public String code() {
    return code;
  }

  /**
   * Finds a language by its code.
   *
   * @throws IllegalArgumentException where the code is none of ru, kk, en
   */
  @JsonCreator
  public static Language of(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("A language is one of ru, kk, en.");
  }
}
