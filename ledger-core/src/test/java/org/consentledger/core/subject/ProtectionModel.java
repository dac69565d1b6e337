package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.ProcessingAction.ALTER;
import static org.consentledger.core.vocabulary.ProcessingAction.ANONYMISE;
import static org.consentledger.core.vocabulary.ProcessingAction.DESTRUCT;
import static org.consentledger.core.vocabulary.ProcessingAction.DISCLOSE;
import static org.consentledger.core.vocabulary.ProcessingAction.DISSEMINATE;
import static org.consentledger.core.vocabulary.ProcessingAction.ERASE;
import static org.consentledger.core.vocabulary.ProcessingAction.MAKE_AVAILABLE;
import static org.consentledger.core.vocabulary.ProcessingAction.RECTIFY;
import static org.consentledger.core.vocabulary.ProcessingAction.RESTRICT;
import static org.consentledger.core.vocabulary.ProcessingAction.RETRIEVE;
import static org.consentledger.core.vocabulary.ProcessingAction.STORE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;
import static org.consentledger.core.vocabulary.ProcessingAction.UPDATE;

import java.util.EnumSet;
import java.util.Set;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.ProhibitionKind;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * Clauses 2.2, 5.7 and 8.6 of {@link PermissionModel}: blocks, holds, disposals that wait, and
 * prohibitions.
 */
final class ProtectionModel {

  private static final Set<ProcessingAction> DESPITE_BLOCK =
      EnumSet.of(STORE, RECTIFY, UPDATE, ALTER);
  private static final Set<ProcessingAction> STOPPED_BY_HOLD =
      EnumSet.of(ERASE, ANONYMISE, DESTRUCT);

  /** What waits for its end is kept, and what the law orders is done with it. */
  private static final Set<ProcessingAction> UNTIL_THE_END =
      EnumSet.of(STORE, RECTIFY, UPDATE, ALTER, RESTRICT, ERASE, ANONYMISE, DESTRUCT);

  /** Giving access, having access and what access needs, and what the law orders anyway. */
  private static final Set<ProcessingAction> BEYOND_PROHIBITION =
      EnumSet.of(
          MAKE_AVAILABLE,
          RETRIEVE,
          STORE,
          RECTIFY,
          UPDATE,
          ALTER,
          RESTRICT,
          ERASE,
          ANONYMISE,
          DESTRUCT);

  private ProtectionModel() {}

  static Set<ReasonCode> against(Known known) {
    ProcessingAction action = known.asked().action();
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    if (isAnythingBlocked(known) && !DESPITE_BLOCK.contains(action)) {
      no.add(ReasonCode.BLOCKED);
    }
    if (STOPPED_BY_HOLD.contains(action)
        && known.any(
            Fact.Held.class,
            held -> !known.any(Fact.Released.class, it -> it.name().equals(held.name())))) {
      no.add(ReasonCode.LEGAL_HOLD);
    }
    if (isAboutToGo(known) && !UNTIL_THE_END.contains(action)) {
      no.add(ReasonCode.DISPOSAL_PENDING);
    }
    if (known.purpose().isPresent()
        && ((isHandedOn(known) && stands(ProhibitionKind.TRANSFER, known))
            || (isDistribution(known) && stands(ProhibitionKind.PROCESSING, known)))) {
      no.add(ReasonCode.PROHIBITED_BY_SUBJECT);
    }
    return no;
  }

  /** Whoever asks anew for the end of data takes the place of whoever asked before. */
  private static boolean isAboutToGo(Known known) {
    return known
        .newest(Fact.DisposalAsked.class, asked -> true)
        .filter(
            asked -> !known.any(Fact.DisposalSettled.class, it -> it.name().equals(asked.name())))
        .filter(
            asked ->
                asked.categories().isEmpty()
                    || asked.categories().stream().anyMatch(known.data()::contains))
        .isPresent();
  }

  /** Whether the person set conditions under which alone this may be done. */
  static boolean isConditional(Known known) {
    return (isHandedOn(known) || isDistribution(known))
        && stands(ProhibitionKind.CONDITIONS, known);
  }

  /** Handed to somebody; giving access is beyond any prohibition. */
  private static boolean isHandedOn(Known known) {
    return EnumSet.of(TRANSFER, DISSEMINATE, DISCLOSE).contains(known.asked().action());
  }

  /** Data that is distributed, or an act for a purpose of distribution that is no access. */
  private static boolean isDistribution(Known known) {
    ProcessingAction action = known.asked().action();
    boolean distributes = known.purpose().map(Fact.Determined::distribution).orElse(false);
    return action == DISSEMINATE || (distributes && !BEYOND_PROHIBITION.contains(action));
  }

  private static boolean stands(ProhibitionKind kind, Known known) {
    return known
        .all(Fact.Prohibited.class)
        .filter(it -> it.kind() == kind)
        .filter(
            it ->
                it.categories().isEmpty()
                    || it.categories().stream().anyMatch(known.data()::contains))
        .anyMatch(
            it -> !known.any(Fact.ProhibitionVoid.class, end -> end.name().equals(it.name())));
  }

  static boolean isAnythingBlocked(Known known) {
    PurposeId purpose = known.asked().purposeId();
    return known.data().isEmpty()
        ? isBlocked(known, null, purpose)
        : known.data().stream().anyMatch(category -> isBlocked(known, category, purpose));
  }

  static boolean isEverythingBlocked(Known known) {
    PurposeId purpose = known.asked().purposeId();
    return known.data().isEmpty()
        ? isBlocked(known, null, purpose)
        : known.data().stream().allMatch(category -> isBlocked(known, category, purpose));
  }

  /**
   * The newest statement about this data and this purpose; without a category, the newest about all
   * data.
   */
  private static boolean isBlocked(Known known, Category category, PurposeId purpose) {
    return known
        .newest(
            Fact.Stated.class,
            it ->
                (it.purposes().isEmpty() || it.purposes().contains(purpose))
                    && (it.categories().isEmpty()
                        || (category != null && it.categories().contains(category))))
        .map(Fact.Stated::blocked)
        .orElse(false);
  }
}
