package org.consentledger.api.breach;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.breach.BreachFacts;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Codes;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What can be sent about a breach. */
public final class BreachForms {

  /** Something must be said. */
  private static final String WORDS = "(?s).*\\S.*";

  private static final int TEXT = 100_000;

  private BreachForms() {}

  /**
   * A breach that was found.
   *
   * @param foundAt when it was found: a moment that is not in the future, with any offset; now
   *     where it is not said
   * @param description what happened; name nobody. Kept sealed
   * @param categories whose data it was, as far as that is known
   * @param affected how many people, if that is known
   * @param subjectIds who they are, as far as that is known
   */
  @Schema(name = "BreachForm")
  public record Find(
      @Nullable Instant foundAt,
      @NotNull @Pattern(regexp = WORDS) @Size(max = TEXT) String description,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @Nullable @Min(0) Long affected,
      @Nullable @Size(max = 10_000) List<@NotNull UUID> subjectIds) {

    BreachFacts facts(UUID descriptionReference) {
      return BreachForms.facts(categories, affected, subjectIds, descriptionReference);
    }
  }

  /**
   * What is known of a breach by now; it takes the place of what was known before.
   *
   * @param description what happened; name nobody. Kept sealed
   * @param categories whose data it was, as far as that is known
   * @param affected how many people, if that is known
   * @param subjectIds who they are, as far as that is known
   */
  @Schema(name = "BreachAmendmentForm")
  public record Amend(
      @NotNull @Pattern(regexp = WORDS) @Size(max = TEXT) String description,
      @Nullable @Size(max = 100) List<@NotNull @Pattern(regexp = Codes.CATEGORY) String> categories,
      @Nullable @Min(0) Long affected,
      @Nullable @Size(max = 10_000) List<@NotNull UUID> subjectIds) {

    BreachFacts facts(UUID descriptionReference) {
      return BreachForms.facts(categories, affected, subjectIds, descriptionReference);
    }
  }

  /**
   * That the authorised body was told.
   *
   * @param notifiedAt when: a moment that is not in the future; now where it is not said
   * @param reference number and date of the notice; kept sealed
   * @param text what the notice says; kept sealed
   */
  @Schema(name = "AuthorityNoticeForm")
  public record Notice(
      @Nullable Instant notifiedAt,
      @NotNull @Pattern(regexp = WORDS) @Size(max = 500) String reference,
      @Nullable @Size(max = TEXT) String text) {}

  /**
   * What was done about a breach.
   *
   * @param measures in words; kept sealed
   */
  @Schema(name = "BreachClosureForm")
  public record Close(@NotNull @Pattern(regexp = WORDS) @Size(max = TEXT) String measures) {}

  private static BreachFacts facts(
      @Nullable List<String> categories,
      @Nullable Long affected,
      @Nullable List<UUID> subjectIds,
      UUID descriptionReference) {
    TreeSet<Category> whose = new TreeSet<>();
    if (categories != null) {
      categories.forEach(each -> whose.add(new Category(each)));
    }
    TreeSet<SubjectId> who = new TreeSet<>();
    if (subjectIds != null) {
      subjectIds.forEach(each -> who.add(new SubjectId(each)));
    }
    return new BreachFacts(whose, affected, who, descriptionReference);
  }
}
