package org.consentledger.api.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedSet;
import org.consentledger.api.request.TermsView;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.breach.BreachStatus;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A breach as it stands.
 *
 * @param breachId the breach
 * @param state how it stands
 * @param foundAt when it was found: a moment in UTC
 * @param description what happened, as far as it is known by now
 * @param categories whose data it was, as far as that is known
 * @param affected how many people; missing where that is not known
 * @param subjectIds who they are, as far as that is known
 * @param dueDate the last day on which the authorised body is told in time, in Kazakhstan
 * @param dueAt the first moment at which that is too late
 * @param terms the term, with the arithmetic
 * @param notifiedAt when the authorised body was told; missing where it was not
 * @param late whether the term was over then; missing while it was not told
 * @param notice what it was told; missing where it was not
 * @param closedAt when all was done; missing while it is not
 * @param measures what was done; missing while it is not closed
 */
@Schema(name = "Breach")
public record BreachView(
    BreachId breachId,
    BreachStatus state,
    Instant foundAt,
    String description,
    SortedSet<Category> categories,
    @Nullable Long affected,
    SortedSet<SubjectId> subjectIds,
    LocalDate dueDate,
    Instant dueAt,
    TermsView terms,
    @Nullable Instant notifiedAt,
    @Nullable Boolean late,
    @Nullable Notice notice,
    @Nullable Instant closedAt,
    @Nullable String measures) {

  /**
   * What the authorised body was told.
   *
   * @param reference number and date of the notice
   * @param text what it says; missing where it was not said
   */
  @Schema(name = "AuthorityNotice")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Notice(String reference, @Nullable String text) {

    static Notice of(BreachForms.Notice form) {
      return new Notice(form.reference(), form.text());
    }
  }

  static BreachView of(BreachState breach, BreachWords words, Registers registers, Instant now) {
    RequestDue due = Objects.requireNonNull(breach.term().due(), "a breach's term never rests");
    return new BreachView(
        breach.breachId(),
        breach.statusAt(now),
        breach.foundAt(),
        words.text(breach.facts().descriptionReference()),
        breach.facts().categories(),
        breach.facts().affected(),
        breach.facts().subjectIds(),
        due.day(),
        due.end(),
        TermsView.of(breach.term(), registers),
        breach.notifiedAt(),
        breach.notifiedAt() == null ? null : breach.overdue() != null,
        breach.noticeReference() == null ? null : words.notice(breach.noticeReference()),
        breach.closedAt(),
        breach.measuresReference() == null ? null : words.text(breach.measuresReference()));
  }
}
