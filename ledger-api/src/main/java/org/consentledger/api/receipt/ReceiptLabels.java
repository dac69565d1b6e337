package org.consentledger.api.receipt;

import java.util.EnumMap;
import java.util.Map;
import org.consentledger.api.document.Labels;
import org.consentledger.core.vocabulary.Language;

/** The words of receipts; see {@code receipt_ru.properties} and its siblings. */
final class ReceiptLabels {

  private ReceiptLabels() {}

  static Labels in(Language language) {
    return new Labels("org.consentledger.api.receipt.receipt", language);
  }

  /** One word in every language. */
  static Map<Language, String> inAll(String key) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, in(language).text(key));
    }
    return texts;
  }
}
