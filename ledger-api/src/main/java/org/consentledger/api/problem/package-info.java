/**
 * How errors are answered: RFC 9457, a stable code each, and nothing of what the caller sent. A
 * feature throws {@link ProblemException}; whatever else is thrown, here or outside of Spring MVC,
 * becomes a problem here.
 */
@NullMarked
package org.consentledger.api.problem;

import org.jspecify.annotations.NullMarked;
