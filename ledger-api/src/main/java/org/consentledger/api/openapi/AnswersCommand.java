package org.consentledger.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a command answers. Without it, a command answers 201 with a {@link CommandAnswer} and, where
 * its path has one, the subject's identifier.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersCommand {
  /** The record of the members that stand beside those of {@link CommandAnswer}. */
  Class<? extends Record> value() default CommandAnswer.OfSubject.class;

  /** The status where something changed. */
  int status() default 201;
}
