package org.consentledger.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The 404 of an operation that looks up what may not be there. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Misses {
  /** The code of the problem. */
  String value();

  /** What the code means. */
  String when();
}
