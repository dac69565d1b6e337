package org.consentledger.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.consentledger.core.refusal.Refusal;

/** The refusals of the domain that an operation may answer; the document lists them with codes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
  /** All of them. */
  Class<? extends Refusal>[] value();
}
