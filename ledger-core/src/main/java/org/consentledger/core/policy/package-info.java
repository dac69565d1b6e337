/**
 * The policy itself: immutable versions in three languages, in force until replaced (clauses 12.2,
 * 12.3).
 */
@NullMarked
package org.consentledger.core.policy;

import org.jspecify.annotations.NullMarked;
