package org.consentledger.api.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test of a running ledger that README shows as the proof of a clause. Two to four tests a
 * clause are enough for a reader; the others need no mark.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proves {

  /** The clauses, as {@code clauses.json} names them. */
  String[] value();
}
