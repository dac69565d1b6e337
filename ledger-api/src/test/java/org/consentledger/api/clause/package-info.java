/** Clauses of the policy, each proven over HTTP against the whole program. */
@NullMarked
package org.consentledger.api.clause;

import org.jspecify.annotations.NullMarked;
