package org.consentledger.core.decision;

import static org.consentledger.core.decision.ReasonCode.ASSURANCE_MISSING;
import static org.consentledger.core.decision.ReasonCode.NOTICE_MISSING;
import static org.consentledger.core.decision.ReasonCode.RECIPIENT_COUNTRY_DIFFERS;
import static org.consentledger.core.decision.ReasonCode.RECIPIENT_MISSING;
import static org.consentledger.core.decision.ReasonCode.RECIPIENT_UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.core.decision.Decision.Reason;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.recipient.RecipientVersion;
import org.consentledger.core.vocabulary.RecipientId;

/** Whoever is handed data is named, known, and reached the prescribed way, on whatever ground. */
final class Recipients {

  private Recipients() {}

  /** Clauses 2.11, 2.13, 8.5, 10.1, 10.2: all that speaks against the recipient. */
  static List<Reason> speakAgainst(Matter matter) {
    RecipientId named = matter.question().recipientId();
    if (named == null) {
      return matter.handsOver() || matter.crossesBorder()
          ? List.of(new Reason(RECIPIENT_MISSING, List.of()))
          : List.of();
    }
    if (!matter.handsOver() && !matter.crossesBorder()) {
      return List.of(); // it is not handed on
    }
    Optional<RecipientState> recipient = matter.registers().findRecipient(named);
    Optional<RecipientVersion> version = recipient.flatMap(it -> it.inForceAt(matter.moment()));
    if (version.isEmpty()) {
      return List.of(new Reason(RECIPIENT_UNKNOWN, List.of()));
    }
    return speakAgainst(recipient.get(), version.get(), matter);
  }

  private static List<Reason> speakAgainst(
      RecipientState recipient, RecipientVersion version, Matter matter) {
    List<Reason> against = new ArrayList<>();
    String country = matter.question().country();
    if (country != null && !country.equals(version.country())) {
      against.add(new Reason(RECIPIENT_COUNTRY_DIFFERS, List.of(version.evidence())));
    }
    Instant moment = matter.moment();
    if (matter.crossesBorder()) {
      if (recipient.assuredAt(moment).isEmpty()) {
        against.add(new Reason(ASSURANCE_MISSING, List.of(version.evidence())));
      }
      if (recipient.noticedAt(moment).isEmpty()) {
        against.add(new Reason(NOTICE_MISSING, List.of(version.evidence())));
      }
    }
    return against;
  }
}
