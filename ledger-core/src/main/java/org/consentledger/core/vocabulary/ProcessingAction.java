package org.consentledger.core.vocabulary;

import java.util.EnumSet;
import java.util.Set;

/** The eighteen processing actions of clauses 2.6 and 9.1. The list is closed. */
public enum ProcessingAction {
  COLLECT,
  RECORD,
  STRUCTURE,
  ACCUMULATE,
  STORE,
  RECTIFY,
  UPDATE,
  ALTER,
  RETRIEVE,
  USE,
  TRANSFER,
  DISSEMINATE,
  DISCLOSE,
  MAKE_AVAILABLE,
  ANONYMISE,
  RESTRICT,
  ERASE,
  DESTRUCT;

  private static final Set<ProcessingAction> RECTIFYING = EnumSet.of(RECTIFY, UPDATE, ALTER);
  private static final Set<ProcessingAction> TRANSFERRING =
      EnumSet.of(TRANSFER, DISSEMINATE, DISCLOSE, MAKE_AVAILABLE);
  private static final Set<ProcessingAction> ORDERED_BY_LAW =
      EnumSet.of(RECTIFY, UPDATE, ALTER, RESTRICT, ERASE, ANONYMISE, DESTRUCT);

  /** Clause 9.1: rectifying, with its kinds updating and altering. */
  public boolean isRectifying() {
    return RECTIFYING.contains(this);
  }

  /** Clause 9.1: transferring, with its kinds dissemination, disclosure and making available. */
  public boolean isTransferring() {
    return TRANSFERRING.contains(this);
  }

  /**
   * What the law itself orders the operator to do (clauses 2.2, 3.2, 4.1), so that it needs no
   * consent.
   */
  public boolean isOrderedByLaw() {
    return ORDERED_BY_LAW.contains(this);
  }
}
