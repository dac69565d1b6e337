package org.consentledger.api.routing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PathShapeProperties {

  private static PathPattern pattern(String text) {
    return PathPatternParser.defaultInstance.parse(text);
  }

  private static boolean mayMatch(String pattern, String path) {
    return PathShape.of(Set.of(pattern(pattern)))
        .mayMatch(PathContainer.parsePath(path).elements());
  }

  @Property
  void what_matches_is_never_passed_over(
      @ForAll("patterns") List<String> patterns, @ForAll("paths") String path) {
    for (String each : patterns) {
      if (pattern(each).matches(PathContainer.parsePath(path))) {
        assertThat(mayMatch(each, path)).as("%s for %s", each, path).isTrue();
      }
    }
  }

  @Example
  void what_has_another_length_or_another_fixed_part_is_passed_over() {
    String pattern = "/api/v1/subjects/{subjectId}/consents";
    assertThat(mayMatch(pattern, "/api/v1/subjects/қ/consents")).isTrue();
    assertThat(mayMatch(pattern, "/api/v1/subjects/1/consents%20")).isFalse();
    assertThat(mayMatch(pattern, "/api/v1/subjects/1/refusals")).isFalse();
    assertThat(mayMatch(pattern, "/api/v1/subjects/1")).isFalse();
    assertThat(mayMatch(pattern, "/api/v1/subjects/1/consents/letters")).isFalse();
    assertThat(mayMatch("/static/**", "/static/a/b/c.css")).isTrue();
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.of("a", "b", "{x}", "a-{x}", "*", "a?", "{x:[0-9]+}", "12")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(PathShapeProperties::joined)
        .flatMap(it -> Arbitraries.of(it, it + "/**", it + "/{*rest}", it + "/"))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  /** Each variable with a name of its own. */
  private static String joined(List<String> parts) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> "/" + parts.get(i).replace("{x", "{x" + i))
        .collect(joining());
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("a", "b", "a-1", "ab", "12", "%61", "a;x=1", "", "ә")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(parts -> "/" + String.join("/", parts));
  }
}
