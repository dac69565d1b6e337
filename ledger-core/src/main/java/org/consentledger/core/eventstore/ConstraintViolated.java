package org.consentledger.core.eventstore;

import java.io.Serial;

/** An append broke a constraint of the database: somebody else was first. Nothing was written. */
public final class ConstraintViolated extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String constraint;

  ConstraintViolated(String constraint) {
    super(constraint);
    this.constraint = constraint;
  }

  /** The name of the constraint in the database. */
  public String constraint() {
    return constraint;
  }
}
