package org.consentledger.core.subject;

import static org.consentledger.core.vocabulary.ProcessingAction.DISCLOSE;
import static org.consentledger.core.vocabulary.ProcessingAction.MAKE_AVAILABLE;
import static org.consentledger.core.vocabulary.ProcessingAction.TRANSFER;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.vocabulary.ProcessingAction;

/**
 * Clauses 2.11, 2.13, 8.2, 8.5, 10.1 and 10.2 of {@link PermissionModel}: to whom data may be
 * handed, on whatever ground.
 */
final class RecipientModel {

  private static final Set<ProcessingAction> TO_SOMEBODY =
      EnumSet.of(TRANSFER, DISCLOSE, MAKE_AVAILABLE);

  private RecipientModel() {}

  static Set<ReasonCode> against(Known known) {
    if (!isHandedOver(known) && !crossesBorder(known)) {
      return EnumSet.noneOf(ReasonCode.class);
    }
    if (known.asked().recipientId() == null) {
      return EnumSet.of(ReasonCode.RECIPIENT_MISSING);
    }
    Optional<Fact.Described> recipient = described(known);
    if (recipient.isEmpty()) {
      return EnumSet.of(ReasonCode.RECIPIENT_UNKNOWN);
    }
    Set<ReasonCode> no = EnumSet.noneOf(ReasonCode.class);
    String named = known.asked().country();
    if (named != null && !named.equals(recipient.get().country())) {
      no.add(ReasonCode.RECIPIENT_COUNTRY_DIFFERS);
    }
    if (crossesBorder(known) && !isDone(Fact.Step.ASSURANCE, recipient.get(), known)) {
      no.add(ReasonCode.ASSURANCE_MISSING);
    }
    if (crossesBorder(known) && !isDone(Fact.Step.NOTICE, recipient.get(), known)) {
      no.add(ReasonCode.NOTICE_MISSING);
    }
    return no;
  }

  /** Somebody in particular comes to have the data. */
  static boolean isHandedOver(Known known) {
    return TO_SOMEBODY.contains(known.asked().action());
  }

  /** A place abroad is named, or whoever is handed the data is abroad. */
  static boolean crossesBorder(Known known) {
    String named = known.asked().country();
    return (named != null && !"KZ".equals(named))
        || (isHandedOver(known)
            && described(known).filter(it -> !"KZ".equals(it.country())).isPresent());
  }

  /** Clause 8.2: what is handed to somebody with whom there is no contract. */
  static boolean isWithoutContract(Known known) {
    return isHandedOver(known) && described(known).filter(it -> !it.contract()).isPresent();
  }

  private static Optional<Fact.Described> described(Known known) {
    return known
        .all(Fact.Described.class)
        .filter(it -> it.recipient().equals(known.asked().recipientId()))
        .filter(it -> !it.at().isAfter(known.moment()))
        .max(Comparator.comparing(Fact.Described::number));
  }

  /** Whether this was done for the country where the recipient is, on that day or before. */
  private static boolean isDone(Fact.Step step, Fact.Described recipient, Known known) {
    return known.any(
        Fact.Prepared.class,
        it ->
            it.step() == step
                && it.recipient().equals(recipient.recipient())
                && it.country().equals(recipient.country())
                && !it.at().isAfter(known.moment()));
  }
}
