/**
 * The registers that rules look things up in, as one immutable value: purposes, policies,
 * recipients and the rest with all their versions, so that a question about the past is answered by
 * what was in force, or known, then.
 */
@NullMarked
package org.consentledger.core.register;

import org.jspecify.annotations.NullMarked;
