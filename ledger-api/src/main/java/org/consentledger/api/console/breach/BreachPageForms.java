package org.consentledger.api.console.breach;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.api.breach.BreachForms;
import org.consentledger.api.breach.BreachView;
import org.consentledger.api.page.Entered;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What an officer says about a breach; times are those of Kazakhstan. */
final class BreachPageForms {

  private static final int TEXT = 100_000;

  private BreachPageForms() {}

  /**
   * What is known of a breach.
   *
   * @param key tells the form from others, so that sent twice it is entered once
   * @param known names what was known when the page was shown; none of a new breach
   * @param subjects identifiers of the people concerned
   */
  record Facts(
      String key,
      @Nullable String known,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime foundAt,
      @NotBlank(message = "{breaches.description.missing}")
          @Size(max = TEXT, message = "{requests.long}")
          @Nullable String description,
      @Nullable Set<String> categories,
      @Min(value = 0, message = "{breaches.affected.wrong}") @Nullable Long affected,
      @Nullable String subjects) {

    static Facts of(String key, String known, BreachView breach) {
      return new Facts(
          key,
          known,
          null,
          breach.description(),
          breach.categories().stream().map(Category::value).collect(Collectors.toSet()),
          breach.affected(),
          breach.subjectIds().stream().map(SubjectId::toString).collect(Collectors.joining("\n")));
    }

    BreachForms.Find find() {
      return new BreachForms.Find(
          Entered.moment(foundAt),
          description == null ? "" : description,
          chosen(),
          affected,
          Entered.identifiers(subjects));
    }

    BreachForms.Amend amend() {
      return new BreachForms.Amend(
          description == null ? "" : description,
          chosen(),
          affected,
          Entered.identifiers(subjects));
    }

    private List<String> chosen() {
      return categories == null ? List.of() : List.copyOf(categories);
    }
  }

  /** That the authorised body was told. */
  record Notice(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime notifiedAt,
      @NotBlank(message = "{breaches.reference.missing}")
          @Size(max = 500, message = "{requests.long}")
          @Nullable String reference,
      @Size(max = TEXT, message = "{requests.long}") @Nullable String text) {}

  /** What was done about it. */
  record Closure(
      @NotBlank(message = "{breaches.measures.missing}")
          @Size(max = TEXT, message = "{requests.long}")
          @Nullable String measures) {}
}
