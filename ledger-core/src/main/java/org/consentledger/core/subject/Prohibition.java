package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.jspecify.annotations.Nullable;

/**
 * A person's prohibition, as it stands (clause 8.6).
 *
 * @param eventId the event that set it
 * @param categories the categories that it protects, or none for all
 * @param override the event by which a public interest overrides it, if one does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prohibition(
    UUID eventId,
    UUID prohibitionId,
    ProhibitionKind kind,
    SortedSet<Category> categories,
    Instant effectiveAt,
    @Nullable UUID override) {

  /** Copies the set. */
  public Prohibition {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }

  /** Whether it holds for one of these categories and no public interest overrides it. */
  public boolean protects(Collection<Category> asked) {
    return override == null
        && (categories.isEmpty() || asked.stream().anyMatch(categories::contains));
  }

  /** Whether a public interest overrides it. */
  @JsonIgnore
  public boolean isOverridden() {
    return override != null;
  }

  /**
   * Whether it forbids an action. No prohibition touches access: neither giving it nor having it.
   *
   * @param distribution whether the purpose is to distribute; processing for another purpose is not
   *     what the person may prohibit here
   */
  public boolean forbids(ProcessingAction action, boolean distribution) {
    return switch (kind) {
      case TRANSFER -> isTransfer(action);
      case PROCESSING -> isDistribution(action, distribution);
      case CONDITIONS -> false; // it permits, on conditions
    };
  }

  /**
   * Whether an action must keep the conditions that the person set here: what could have been
   * prohibited instead may be done on conditions.
   *
   * @param distribution whether the purpose is to distribute
   */
  public boolean setsConditionsFor(ProcessingAction action, boolean distribution) {
    return kind == ProhibitionKind.CONDITIONS
        && (isTransfer(action) || isDistribution(action, distribution));
  }

  private static boolean isTransfer(ProcessingAction action) {
    return action.isTransferring() && action != ProcessingAction.MAKE_AVAILABLE;
  }

  private static boolean isDistribution(ProcessingAction action, boolean distribution) {
    return action == ProcessingAction.DISSEMINATE || (distribution && !isAccessOrDuty(action));
  }

  private static boolean isAccessOrDuty(ProcessingAction action) {
    return action == ProcessingAction.MAKE_AVAILABLE
        || action == ProcessingAction.RETRIEVE
        || action == ProcessingAction.STORE
        || action.isOrderedByLaw();
  }

  Prohibition overriddenBy(UUID event) {
    return new Prohibition(eventId, prohibitionId, kind, categories, effectiveAt, event);
  }
}
