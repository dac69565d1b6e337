package org.consentledger.api.mail.officers;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.consentledger.api.letter.Addresses;
import org.consentledger.core.vocabulary.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told by mail what waits. Where nobody is named, nobody is.
 *
 * @param to the officers, by names that logs and tables know them under: of offices, not of people
 * @param at when, on working days in Kazakhstan, the daily letters leave
 * @param every how often it is looked what there is to tell
 */
@ConfigurationProperties("ledger.mail.notices")
record OfficerProperties(
    @DefaultValue Map<String, Officer> to,
    @DefaultValue("09:00") LocalTime at,
    @DefaultValue("PT10S") Duration every) {

  /**
   * An officer.
   *
   * @param address the e-mail address
   * @param language in which to write
   * @param kinds what the officer is told of
   * @param daily what of it comes once a day; reminders of what is due always do
   */
  record Officer(
      String address,
      @DefaultValue("ru") Language language,
      @DefaultValue({
            "REQUEST_RECEIVED",
            "REQUEST_DUE",
            "REQUEST_OVERDUE",
            "SENDING_SUSPENDED",
            "LETTER_QUARANTINED",
            "DISPOSAL_TO_APPROVE",
            "ANSWER_NOT_SENT",
            "BREACH_FOUND",
            "BREACH_DUE",
            "BREACH_OVERDUE"
          })
          Set<OfficerNotice> kinds,
      @DefaultValue("REQUEST_DUE") Set<OfficerNotice> daily) {

    /** Refuses an address that no letter could be sent to. */
    Officer {
      if (Addresses.parse(address).isEmpty()) {
        throw new IllegalArgumentException(
            "ledger.mail.notices.to.….address is no e-mail address.");
      }
      kinds = Set.copyOf(kinds);
      daily = Set.copyOf(daily);
    }
  }

  /** Copies the map. */
  OfficerProperties {
    to = Map.copyOf(to);
  }
}
