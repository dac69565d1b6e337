package org.consentledger.projections.history;

import java.util.Set;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to be told of.
 *
 * @param types stored names, or families of them such as {@code consent.*}; all where there are
 *     none
 * @param purposes events about these purposes, and those about a subject that are about no single
 *     purpose, such as a block or a destruction: they concern every purpose. All where there are
 *     none
 * @param subjectId events about this subject
 */
public record EventSelection(
    Set<String> types, Set<PurposeId> purposes, @Nullable SubjectId subjectId) {

  private static final String FAMILY = ".*";

  /** Copies the sets. */
  public EventSelection {
    types = Set.copyOf(types);
    purposes = Set.copyOf(purposes);
  }

  /** Whether there is an event of this name, or a family of this name. */
  public static boolean isType(String text) {
    return text.endsWith(FAMILY)
        ? EventNames.all().stream().anyMatch(name -> name.startsWith(beginning(text)))
        : EventNames.all().contains(text);
  }

  String[] names() {
    return types.stream().filter(type -> !type.endsWith(FAMILY)).toArray(String[]::new);
  }

  /** What the names of each family begin with, such as {@code consent.}. */
  String[] beginnings() {
    return types.stream()
        .filter(type -> type.endsWith(FAMILY))
        .map(EventSelection::beginning)
        .toArray(String[]::new);
  }

  private static String beginning(String family) {
    return family.substring(0, family.length() - 1);
  }
}
