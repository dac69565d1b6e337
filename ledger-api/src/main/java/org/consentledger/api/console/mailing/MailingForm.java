package org.consentledger.api.console.mailing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.consentledger.api.mailing.MailingRequest.MailingText;
import org.consentledger.api.page.Entered;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as it is planned; what it says is Markdown, in any of the three languages.
 *
 * @param rate how many letters may leave in a second; none where only the configured limit holds
 */
record MailingForm(
    @Nullable String id,
    @Nullable String purposeId,
    @Nullable String subjectRu,
    @Nullable String textRu,
    @Nullable String subjectKk,
    @Nullable String textKk,
    @Nullable String subjectEn,
    @Nullable String textEn,
    @Nullable Integer rate) {

  /** What it says, by language. */
  Map<Language, MailingText> texts() {
    Map<Language, MailingText> texts = new LinkedHashMap<>();
    add(texts, Language.RU, subjectRu, textRu);
    add(texts, Language.KK, subjectKk, textKk);
    add(texts, Language.EN, subjectEn, textEn);
    return texts;
  }

  private static void add(
      Map<Language, MailingText> texts,
      Language language,
      @Nullable String subject,
      @Nullable String text) {
    String named = Entered.text(subject);
    String said = Entered.text(text);
    if (named != null || said != null) {
      texts.put(language, new MailingText(named == null ? "" : named, said, null, null));
    }
  }
}
