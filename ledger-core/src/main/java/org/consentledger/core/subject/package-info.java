/**
 * The data subject: what may be asked of it, what can happen to it, what is true of it, and the
 * rules between. Events and state hold identifiers, codes and times only; personal data lives in
 * {@code core.personaldata}.
 */
@NullMarked
package org.consentledger.core.subject;

import org.jspecify.annotations.NullMarked;
