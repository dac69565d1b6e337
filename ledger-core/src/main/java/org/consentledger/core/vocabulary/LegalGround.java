package org.consentledger.core.vocabulary;

import java.util.List;

/** The grounds of section 7 on which personal data may be processed. The list is closed. */
public enum LegalGround {
  /** The person consented. */
  CONSENT("7.1"),
  /** A law or another act obliges the operator. */
  LEGAL_OBLIGATION("7.2"),
  /** A court or an enforcement proceeding needs it. */
  JUSTICE("7.3"),
  /** A contract that the person is party to, benefits from or vouches for. */
  CONTRACT("7.4"),
  /** The operator's legitimate interest, weighed against the person's rights. */
  LEGITIMATE_INTEREST("7.5"),
  /** A task in the public interest. */
  PUBLIC_INTEREST("7.5"),
  /** The person made the data public. */
  MADE_PUBLIC_BY_SUBJECT("7.6"),
  /** The law demands that the data is disclosed. */
  MANDATORY_DISCLOSURE("7.7");

  private final String clause;

  LegalGround(String clause) {
    this.clause = clause;
  }

  /** The clause of the policy that names this ground. */
  public String clause() {
    return clause;
  }

  /** What whoever claims this ground must bring; nothing for consent, which is given. */
  public List<String> evidence() {
    return switch (this) {
      case CONSENT -> List.of();
      case LEGAL_OBLIGATION -> List.of("act", "article");
      case JUSTICE -> List.of("act", "number", "date");
      case CONTRACT -> List.of("contractNumber", "role");
      case LEGITIMATE_INTEREST, PUBLIC_INTEREST -> List.of("interest", "balancing");
      case MADE_PUBLIC_BY_SUBJECT -> List.of("proof");
      case MANDATORY_DISCLOSURE -> List.of("law", "article");
    };
  }

  /**
   * Whether the ground binds the operator, so that the person's demand to stop does not end it
   * (clauses 3.1, 8.9): a law, a court, a contract, or disclosure that the law demands.
   */
  public boolean outlastsCessation() {
    return switch (this) {
      case LEGAL_OBLIGATION, JUSTICE, CONTRACT, MANDATORY_DISCLOSURE -> true;
      case CONSENT, LEGITIMATE_INTEREST, PUBLIC_INTEREST, MADE_PUBLIC_BY_SUBJECT -> false;
    };
  }

  /** Whether the law itself makes the operator hand data on (clause 8.2). */
  public boolean isLegalDuty() {
    return switch (this) {
      case LEGAL_OBLIGATION, JUSTICE, MANDATORY_DISCLOSURE -> true;
      case CONSENT, CONTRACT, LEGITIMATE_INTEREST, PUBLIC_INTEREST, MADE_PUBLIC_BY_SUBJECT -> false;
    };
  }
}
