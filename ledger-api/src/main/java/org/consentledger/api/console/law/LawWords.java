package org.consentledger.api.console.law;

import java.util.Collection;
import java.util.stream.Collectors;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.recipient.RecipientNames;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language what the ledger says in codes; templates say {@code @law}. Words of
 * a closed list stand under {@code law.<list>.<constant>}.
 */
@Component("law")
public final class LawWords {

  private final MessageSource words;
  private final PurposeTitles purposes;
  private final RecipientNames recipients;
  private final RegisterReader registers;

  LawWords(
      MessageSource words,
      PurposeTitles purposes,
      RecipientNames recipients,
      RegisterReader registers) {
    this.words = words;
    this.purposes = purposes;
    this.recipients = recipients;
    this.registers = registers;
  }

  /** The word for a constant of a closed list. */
  public String of(Enum<?> constant) {
    return word("law." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** The word for a constant that came as text; the text itself where it is none. */
  public String of(String list, String constant) {
    return word("law." + list + "." + constant, constant);
  }

  /** What an event is called, by its stored name. */
  public String event(String name) {
    return word("law.event." + name, name);
  }

  /** A clause of the policy. */
  public String clause(String clause) {
    return word("law.clause", new Object[] {clause}, clause);
  }

  /** A category that is shipped has a name; the operator's own have their codes. */
  public String category(Category category) {
    return word("category." + category.value(), category.value());
  }

  /** The name of a category that came as text. */
  public String categoryNamed(String code) {
    return word("category." + code, code);
  }

  /** What an event of a person's history is called. */
  public String happened(SubjectEvent event) {
    return event(EventNames.nameOf(event.getClass()).orElseThrow());
  }

  /** Names of categories; none named means all. */
  public String categories(Collection<Category> categories) {
    return categories.isEmpty()
        ? word("law.all")
        : categories.stream().map(this::category).collect(Collectors.joining(", "));
  }

  /** What the operator calls a purpose. */
  public String purpose(PurposeId purpose) {
    return purposes.of(purpose, Language.of(LocaleContextHolder.getLocale().getLanguage()));
  }

  /** What the operator calls these purposes; none named means all. */
  public String purposes(Collection<PurposeId> named) {
    return named.isEmpty()
        ? word("law.all")
        : named.stream().map(this::purpose).collect(Collectors.joining(", "));
  }

  /** What a recipient is called. */
  public String recipient(RecipientId recipient) {
    return recipients.of(recipient, registers.current());
  }

  private String word(String key) {
    return words.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  private String word(String key, String otherwise) {
    return word(key, new Object[0], otherwise);
  }

  private String word(String key, Object[] values, String otherwise) {
    String word = words.getMessage(key, values, otherwise, LocaleContextHolder.getLocale());
    return word == null ? otherwise : word;
  }
}
