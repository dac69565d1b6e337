package org.consentledger.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Whatever a page says, it can say in Russian, Kazakh and English. */
class WordsTest {

  private static final Path TEMPLATES = Path.of("src", "main", "resources");

  /** A key that is written out; one that is put together has {@code ${} in it. */
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9_.-]+)[}(]");

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]");

  @Test
  void every_word_is_there_in_three_languages_with_the_same_places_for_values() throws IOException {
    assertThat(Words.bundles()).contains("org.consentledger.api.page.words");
    for (String bundle : Words.bundles()) {
      Properties russian = words(bundle, "ru");
      for (String language : List.of("kk", "en")) {
        Properties other = words(bundle, language);
        assertThat(other.stringPropertyNames())
            .as(bundle + " in " + language)
            .isEqualTo(russian.stringPropertyNames());
        for (String key : russian.stringPropertyNames()) {
          assertThat(other.getProperty(key)).as(key).isNotBlank();
          assertThat(places(other.getProperty(key)))
              .as(key + " in " + language)
              .isEqualTo(places(russian.getProperty(key)));
        }
      }
    }
  }

  @Test
  void no_word_is_said_in_two_bundles() throws IOException {
    Map<String, String> saidIn = new HashMap<>();
    for (String bundle : Words.bundles()) {
      for (String key : words(bundle, "ru").stringPropertyNames()) {
        assertThat(saidIn.put(key, bundle)).as(key).isNull();
      }
    }
  }

  @Test
  void every_word_that_a_template_asks_for_is_there() throws IOException {
    Set<String> known = known();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
        Matcher key = KEY.matcher(Files.readString(file));
        while (key.find()) {
          assertThat(known).as(file.toString()).contains(key.group(1));
        }
      }
    }
  }

  @Test
  void whatever_is_refused_says_what_one_can_do() throws IOException {
    Set<String> known = known();
    for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
      String code =
          refusal.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
      assertThat(known).contains("refusal." + code + ".title", "refusal." + code + ".text");
    }
    // What is no rule, and of which its status alone would say the wrong thing.
    for (String code : List.of("LEDGER_HALTED", "LEDGER_UNAVAILABLE", "EXPORT_FAILED")) {
      assertThat(known).contains("refusal." + code + ".title", "refusal." + code + ".text");
    }
  }

  @Test
  void every_term_of_the_law_has_a_name_and_a_norm() throws IOException {
    Set<String> known = known();
    for (LegalTermId term : LegalTermId.values()) {
      assertThat(known).contains("terms." + term.code(), "term.norm." + term.code());
    }
  }

  private static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String bundle : Words.bundles()) {
      known.addAll(words(bundle, "ru").stringPropertyNames());
    }
    return known;
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      places.add(place.group());
    }
    return places;
  }

  private static Properties words(String bundle, String language) throws IOException {
    String file = "/" + bundle.replace('.', '/') + "_" + language + ".properties";
    try (InputStream in = WordsTest.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    }
  }
}
