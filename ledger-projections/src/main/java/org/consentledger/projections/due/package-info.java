/**
 * Whose data is due to go, and when (clauses 5.7, 8.8). A list for officers and for the job that
 * disposes; the rule itself is the core's, and is asked again before anything goes.
 */
@NullMarked
package org.consentledger.projections.due;

import org.jspecify.annotations.NullMarked;
