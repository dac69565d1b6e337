/**
 * Whose data is to be looked through again, because nobody has attested, confirmed or corrected it
 * for too long (clauses 4.2, 5.6). A list for officers: no decision depends on it.
 */
@NullMarked
package org.consentledger.projections.accuracy;

import org.jspecify.annotations.NullMarked;
