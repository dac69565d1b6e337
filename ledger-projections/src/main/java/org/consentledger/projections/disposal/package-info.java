/**
 * Lists disposals: those that wait, those that are done, and of which of them recipients are still
 * to be told or still have to confirm (clauses 2.14, 5.7). What one disposal is, the core reads out
 * of the subject's history.
 */
@NullMarked
package org.consentledger.projections.disposal;

import org.jspecify.annotations.NullMarked;
