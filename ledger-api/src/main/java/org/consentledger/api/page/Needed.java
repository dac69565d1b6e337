package org.consentledger.api.page;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something that a form must say and that is missing until somebody says it: {@code NotNull} for
 * what may be null on its way.
 */
@Documented
@NotNull
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Needed {
  /** What is said where it is missing. */
  String message();

  /** As every constraint has them. */
  Class<?>[] groups() default {};

  /** As every constraint has them. */
  Class<? extends Payload>[] payload() default {};
}
