package org.consentledger.api.console.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.register.Register.Field;
import org.consentledger.api.console.register.Register.Kind;
import org.consentledger.api.legalterm.LegalTermController;
import org.consentledger.api.legalterm.LegalTermRequest;
import org.consentledger.api.query.Paging;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Changes a term of the law from a moment on. */
@Component
final class TermChange implements Step {

  private final LegalTermController terms;

  TermChange(LegalTermController terms) {
    this.terms = terms;
  }

  @Override
  public String name() {
    return "change";
  }

  @Override
  public String register() {
    return "terms";
  }

  @Override
  public Optional<About> about(String id, Language language) {
    long rows =
        terms.list(Paging.MOST, null).items().stream()
            .filter(row -> row.id().code().equals(id))
            .count();
    return rows == 0
        ? Optional.empty()
        : Optional.of(new About("terms." + id, true, (int) rows, "/console/registers/terms"));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.of("length", Kind.NUMBER, true, null),
        one("unit", TermUnit.values()),
        Field.of("effectiveFrom", Kind.MOMENT, false, null),
        Field.of("source", Kind.LONG_TEXT, true, null),
        one("certainty", Certainty.values()));
  }

  private static Field one(String name, Enum<?>[] constants) {
    return new Field(
        name, Kind.ONE_OF, true, Arrays.stream(constants).map(Enum::name).toList(), List.of());
  }

  @Override
  public ResponseEntity<String> take(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    for (String name : List.of("unit", "source", "certainty")) {
      said.put(name, entered.text(name));
    }
    said.put("length", number(entered.text("length")));
    said.put("effectiveFrom", entered.moment("effectiveFrom"));
    return terms.change(id, entered.as(LegalTermRequest.class, said), context);
  }

  private static @Nullable Integer number(@Nullable String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException noNumber) {
      throw new Entry.Wrong(Set.of("length"));
    }
  }
}
