/**
 * What people ask of the operator (clauses 3.2, 4.1, 8.3, 8.4), within the terms of the law, and
 * what came of it. What they write and what they are written is sealed in the vault.
 */
@NullMarked
package org.consentledger.core.request;

import org.jspecify.annotations.NullMarked;
