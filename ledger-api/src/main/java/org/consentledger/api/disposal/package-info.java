/**
 * Whose data is due to go, and the job that lets it go (clauses 5.7, 8.8). What one person's
 * disposal is, stands with the subject's other commands.
 */
@NullMarked
package org.consentledger.api.disposal;

import org.jspecify.annotations.NullMarked;
