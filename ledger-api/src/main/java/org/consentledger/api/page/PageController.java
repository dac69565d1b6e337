package org.consentledger.api.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * Shows pages. Its methods answer with the name of a template, which is its place below {@code
 * org/consentledger/api} without {@code .html}, or with a redirection. It asks the queries and
 * sends the commands that the API does, and has no rules of its own.
 */
@Documented
@Controller
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PageController {}
