package org.consentledger.api.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all pages: every {@code words_ru.properties} beside a feature, with its siblings for
 * Kazakh and English. A key begins with its feature and is said in one bundle alone.
 */
final class Words extends ResourceBundleMessageSource {

  /** Where Java packages begin on the class path. */
  private static final String ROOT = "org/consentledger/api/";

  Words() {
    setBasenames(bundles());
    setDefaultEncoding(StandardCharsets.UTF_8.name());
    setFallbackToSystemLocale(false);
    setDefaultLocale(Locale.of("ru"));
  }

  /** The names of the bundles, as Java loads them. */
  static String[] bundles() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:" + ROOT + "**/words_ru.properties"))
          .map(Words::bundle)
          .distinct()
          .sorted()
          .toArray(String[]::new);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String bundle(Resource resource) {
    try {
      String address = resource.getURL().toString();
      String path = address.substring(address.lastIndexOf(ROOT));
      return path.substring(0, path.length() - "_ru.properties".length()).replace('/', '.');
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
