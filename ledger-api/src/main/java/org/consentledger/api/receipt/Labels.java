package org.consentledger.api.receipt;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.threeten.extra.PeriodDuration;

/** The words of receipts in one language; see {@code receipt_ru.properties} and its siblings. */
final class Labels {

  private static final ZoneId KAZAKHSTAN = ZoneId.of("Asia/Almaty");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final Language language;
  private final ResourceBundle words;

  private Labels(Language language) {
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            "org.consentledger.api.receipt.receipt",
            Locale.of(language.code()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Labels in(Language language) {
    return new Labels(language);
  }

  /** One word in every language. */
  static Map<Language, String> inAll(String key) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, in(language).text(key));
    }
    return texts;
  }

  Language language() {
    return language;
  }

  String text(String key) {
    return words.getString(key);
  }

  String text(String key, Object... values) {
    return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
  }

  /** A constant of a closed list, such as {@code channel.WEB}. */
  String text(String list, Enum<?> constant) {
    return text(list + "." + constant.name());
  }

  String yesOrNo(boolean yes) {
    return text(yes ? "yes" : "no");
  }

  /** A category that is shipped has a name; the operator's own have their codes. */
  String category(Category category) {
    String key = "category." + category.value();
    return words.containsKey(key) ? text(key) : category.value();
  }

  /** A moment on the clocks of Kazakhstan. */
  String moment(Instant moment) {
    return MOMENT.format(moment.atZone(KAZAKHSTAN));
  }

  /** An ISO 8601 duration in words. */
  String duration(String iso) {
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

  private void add(List<String> parts, String unit, int number) {
    if (number != 0) {
      parts.add(text(unit, Integer.toString(number)));
    }
  }
}
