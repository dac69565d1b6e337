package org.consentledger.api.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.util.pattern.PathPattern;

/** What is seen of path patterns at a glance: how many parts they have, and which are fixed. */
final class PathShape {

  /** Per pattern, its parts; null where a part is not fixed, and null for one of any length. */
  private final List<@Nullable List<@Nullable String>> patterns;

  private PathShape(List<@Nullable List<@Nullable String>> patterns) {
    this.patterns = patterns;
  }

  /** The shape of a mapping, which answers where one of its patterns matches. */
  static PathShape of(Set<PathPattern> patterns) {
    List<@Nullable List<@Nullable String>> shapes = new ArrayList<>();
    patterns.forEach(pattern -> shapes.add(parts(pattern.getPatternString())));
    return new PathShape(shapes);
  }

  private static @Nullable List<@Nullable String> parts(String pattern) {
    if (pattern.contains("*")) {
      return null; // it may stand for no part at all, or for several
    }
    List<@Nullable String> parts = new ArrayList<>();
    for (Element part : PathContainer.parsePath(pattern).elements()) {
      boolean isFixed = part.value().chars().noneMatch(it -> "{}?\\".indexOf(it) >= 0);
      parts.add(isFixed ? part.value() : null);
    }
    return parts;
  }

  /** Whether one of the patterns may match; if not, none does. */
  boolean mayMatch(List<Element> path) {
    for (List<@Nullable String> pattern : patterns) {
      if (pattern == null || mayMatch(pattern, path)) {
        return true;
      }
    }
    return false;
  }

  /** From the end: it is there that the paths of an API differ. */
  private static boolean mayMatch(List<@Nullable String> pattern, List<Element> path) {
    if (pattern.size() != path.size()) {
      return false;
    }
    for (int i = path.size() - 1; i >= 0; i--) {
      String fixed = pattern.get(i);
      if (fixed != null && !fixed.equals(value(path.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String value(Element part) {
    return part instanceof PathSegment segment ? segment.valueToMatch() : part.value();
  }
}
