package org.consentledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a frame around a page. */
@Component
final class Frames {

  private static final Map<Language, String> NAMES =
      Map.of(Language.RU, "Русский", Language.KK, "Қазақша", Language.EN, "English");

  private static final List<Language> ORDER = List.of(Language.KK, Language.RU, Language.EN);

  private final OperatorProfiles operators;
  private final ObjectProvider<Readers> readers;

  Frames(OperatorProfiles operators, ObjectProvider<Readers> readers) {
    this.operators = operators;
    this.readers = readers;
  }

  /** The frame of the page that was asked for. */
  Frame around(HttpServletRequest request, Query query) {
    Optional<Reader> reader =
        readers.stream().flatMap(one -> one.find(request).stream()).findFirst();
    return frame(request, query, operators.current(), reader.orElse(null));
  }

  /** The frame of a page that must be shown also where nothing can be read. */
  static Frame bare(HttpServletRequest request) {
    return frame(request, Query.NONE, Optional.empty(), null);
  }

  private static Frame frame(
      HttpServletRequest request,
      Query query,
      Optional<OperatorProfile> operator,
      @Nullable Reader reader) {
    return new Frame(
        operator.orElse(null),
        ReaderLanguage.of(request).code(),
        ORDER.stream().map(language -> link(query, language)).toList(),
        PagePaths.of(request),
        query.text(),
        reader);
  }

  private static Frame.LanguageLink link(Query query, Language language) {
    return new Frame.LanguageLink(
        language.code(),
        NAMES.getOrDefault(language, language.code()),
        query.with(ReaderLanguage.NAME, language.code()));
  }
}
