package org.consentledger.api.document;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.threeten.extra.PeriodDuration;

/**
 * The words of one kind of document in one language. What all documents say is in {@code
 * document_ru.properties} and its siblings, the rest with the document.
 */
public final class Labels {

  private static final String SHARED = "org.consentledger.api.document.document";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final Language language;
  private final ResourceBundle own;
  private final ResourceBundle shared;

  /**
   * The words of a kind of document.
   *
   * @param bundle where they are, as a resource bundle is named
   */
  public Labels(String bundle, Language language) {
    this.language = language;
    this.own = words(bundle, language);
    this.shared = words(SHARED, language);
  }

  private static ResourceBundle words(String bundle, Language language) {
    return ResourceBundle.getBundle(
        bundle,
        Locale.of(language.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** The word of this key. */
  public String text(String key) {
    return (own.containsKey(key) ? own : shared).getString(key);
  }

  /** The sentence of this key, with these values in their places. */
  public String text(String key, Object... values) {
    return new MessageFormat(text(key), Locale.ROOT).format(values);
  }

  /** A constant of a closed list, such as {@code channel.WEB}. */
  public String text(String list, Enum<?> constant) {
    return text(list + "." + constant.name());
  }

  /** Yes or no. */
  public String yesOrNo(boolean yes) {
    return text(yes ? "yes" : "no");
  }

  /** A category that is shipped has a name; the operator's own have their codes. */
  public String category(Category category) {
    String key = "category." + category.value();
    return own.containsKey(key) || shared.containsKey(key) ? text(key) : category.value();
  }

  /** A moment on the clocks of Kazakhstan. */
  public String moment(Instant moment) {
    return MOMENT.format(moment.atZone(Kazakhstan.ZONE));
  }

  /** An ISO 8601 duration in words. */
  public String duration(String iso) {
    PeriodDuration parsed = PeriodDuration.parse(iso);
    Period period = parsed.getPeriod();
    List<String> parts = new ArrayList<>();
    add(parts, "unit.years", period.getYears());
    add(parts, "unit.months", period.getMonths());
    add(parts, "unit.days", period.getDays());
    if (!parsed.getDuration().equals(Duration.ZERO) || parts.isEmpty()) {
      parts.add(parsed.getDuration().toString());
    }
    return String.join(" ", parts);
  }

  /** Names of categories, one after the other. */
  public String categories(Iterable<Category> categories) {
    List<String> names = new ArrayList<>();
    categories.forEach(category -> names.add(category(category)));
    return String.join(", ", names);
  }

  private void add(List<String> parts, String unit, int number) {
    if (number != 0) {
      parts.add(text(unit, Integer.toString(number)));
    }
  }
}
