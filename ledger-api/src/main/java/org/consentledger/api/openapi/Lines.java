package org.consentledger.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What stands in the lines of an operation's NDJSON. A list that can be had as pages and as lines
 * is one operation of the document: its lines are said at the method of the pages, and the method
 * of the lines is hidden.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lines {
  /** A line of the answer: one of these. */
  Class<?>[] value();

  /** A line of the request, where it has lines. */
  Class<?> request() default Void.class;
}
