/**
 * Who processes: the operator's profile (clauses 1, 2.3, 2.7, 12.1), kept as a sealed text with a
 * hash in the history.
 */
@NullMarked
package org.consentledger.core.operator;

import org.jspecify.annotations.NullMarked;
