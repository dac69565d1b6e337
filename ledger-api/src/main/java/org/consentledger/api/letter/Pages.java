package org.consentledger.api.letter;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.consentledger.core.vocabulary.Language;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Letters in Russian, Kazakh and English: templates whose words stand in {@code
 * words_ru.properties} and its siblings, with those of the pages that letters lead to.
 */
@Component
public final class Pages {

  private static final String FOLDER = "org/consentledger/api/letter/";

  private final SpringTemplateEngine engine = new SpringTemplateEngine();
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  Pages() {
    words.setBasename(FOLDER.replace('/', '.') + "words");
    words.setDefaultEncoding(StandardCharsets.UTF_8.name());
    words.setFallbackToSystemLocale(false);
    engine.setMessageSource(words);
    engine.addTemplateResolver(resolver(TemplateMode.HTML, ".html"));
    engine.addTemplateResolver(resolver(TemplateMode.TEXT, ".txt"));
  }

  private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String suffix) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix(FOLDER);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    resolver.getResolvablePatternSpec().addPattern("*" + suffix);
    return resolver;
  }

  /** A word, or a sentence with values, in a language. */
  public String words(String key, Language language, Object... values) {
    return words.getMessage(key, values, locale(language));
  }

  /** A letter, in both of its forms. */
  public LetterText letter(
      String template, Language language, String subject, Map<String, ?> values) {
    return new LetterText(
        subject,
        fill(template + ".txt", language, values),
        fill(template + ".html", language, values));
  }

  private String fill(String template, Language language, Map<String, ?> values) {
    Context context = new Context(locale(language));
    values.forEach(context::setVariable);
    context.setVariable("language", language.code());
    return engine.process(template, context);
  }

  private static Locale locale(Language language) {
    return Locale.of(language.code());
  }
}
