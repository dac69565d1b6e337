package org.consentledger.core.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The terms that the law, its rules and the policy set. The list is closed. */
public enum LegalTermId {
  /** Information that a subject asks for, or the refusal of it (law 25(2), rules 395). */
  SUBJECT_INFORMATION("subject-information"),
  /** Rectifying, blocking, unblocking, erasing, destroying on request (law 25(2)(8)). */
  RECTIFY_BLOCK_DESTROY("rectify-block-destroy"),
  /** Stopping after a withdrawal of consent, or refusing with reasons (law 8(7)). */
  WITHDRAWAL("withdrawal"),
  /** Stopping because it was demanded (Digital Code 41). */
  CESSATION("cessation"),
  /** Removal from public sources (law 6). */
  PUBLIC_SOURCES("public-sources"),
  /** Retention, relation or ground ended, or a court act (law 18 with rules 395). */
  RETENTION_END("retention-end"),
  /** Processing without a ground was found (law 25(2)(8)). */
  UNLAWFUL("unlawful"),
  /** Telling the authorised body of a breach (law 25(2)(8)). */
  BREACH_AUTHORITY("breach-authority"),
  /** Answering an objection to an automated decision (law 19-1). */
  AUTOMATED_OBJECTION("automated-objection"),
  /** Telling a subject of a transfer, where that was agreed (law 19). */
  TRANSFER_NOTICE("transfer-notice"),
  /** Answering the authorised body (policy 3.2). */
  AUTHORITY_REQUEST("authority-request"),
  /** Looking through data that nobody confirmed or corrected meanwhile (policy 5.6). */
  ACCURACY_REVIEW("accuracy-review");

  private final String code;

  LegalTermId(String code) {
    this.code = code;
  }

  /** The name under which the term is stored and sent. */
  @JsonValue
  public String code() {
    return code;
  }

  /** Finds a term by its name, if there is one. */
  public static Optional<LegalTermId> find(String code) {
    for (LegalTermId id : values()) {
      if (id.code.equals(code)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /**
   * Finds a term by its name.
   *
   * @throws IllegalArgumentException where there is none
   */
  @JsonCreator
  public static LegalTermId of(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("There is no term of this name."));
  }
}
