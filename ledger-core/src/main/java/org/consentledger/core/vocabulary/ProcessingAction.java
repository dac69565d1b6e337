package org.consentledger.core.vocabulary;

import java.util.EnumSet;
import java.util.Set;

/** The eighteen processing actions of clauses 2.6 and 9.1. The list is closed. */
public enum ProcessingAction {
  /** Obtaining data. */
  COLLECT,
  /** Writing it down. */
  RECORD,
  /** Putting it in order. */
  STRUCTURE,
  /** Adding it to other data. */
  ACCUMULATE,
  /** Keeping it. */
  STORE,
  /** Correcting it. */
  RECTIFY,
  /** Bringing it up to date; a kind of rectifying. */
  UPDATE,
  /** Changing it otherwise; a kind of rectifying. */
  ALTER,
  /** Reading it out. */
  RETRIEVE,
  /** Acting on it. */
  USE,
  /** Handing it to somebody. */
  TRANSFER,
  /** Handing it to an unlimited circle; a kind of transfer. */
  DISSEMINATE,
  /** Letting somebody know it; a kind of transfer. */
  DISCLOSE,
  /** Giving somebody access to it; a kind of transfer. */
  MAKE_AVAILABLE,
  /** Making it attributable to nobody. */
  ANONYMISE,
  /** Blocking it. */
  RESTRICT,
  /** Removing it where it is kept. */
  ERASE,
  /** Destroying it so that it cannot be restored. */
  DESTRUCT;

  private static final Set<ProcessingAction> RECTIFYING = EnumSet.of(RECTIFY, UPDATE, ALTER);
  private static final Set<ProcessingAction> TRANSFERRING =
      EnumSet.of(TRANSFER, DISSEMINATE, DISCLOSE, MAKE_AVAILABLE);
  private static final Set<ProcessingAction> DISPOSING = EnumSet.of(ERASE, ANONYMISE, DESTRUCT);
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

  /** Clause 2.14: ending data, wholly or as a person's; a legal hold stops it. */
  public boolean isDisposing() {
    return DISPOSING.contains(this);
  }

  /**
   * What the law itself orders the operator to do (clauses 2.2, 3.2, 4.1), so that it needs no
   * consent.
   */
  public boolean isOrderedByLaw() {
    return ORDERED_BY_LAW.contains(this);
  }
}
