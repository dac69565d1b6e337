package org.consentledger.api.subject;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/** Reads scopes and sets of codes from requests. */
final class Scopes {

  private Scopes() {}

  static Scope of(SubjectRequests.@Nullable ScopeRequest request) {
    return request == null
        ? Scope.EVERYTHING
        : new Scope(categories(request.categories()), set(request.purposes(), PurposeId::new));
  }

  static SortedSet<Category> categories(@Nullable List<String> codes) {
    return set(codes, Category::new);
  }

  static <T extends Comparable<T>> SortedSet<T> set(
      @Nullable List<String> codes, Function<String, T> type) {
    if (codes == null) {
      return Collections.emptySortedSet();
    }
    SortedSet<T> set = new TreeSet<>();
    codes.forEach(code -> set.add(type.apply(code)));
    return set;
  }
}
