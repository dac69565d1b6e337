/**
 * Writes the history to files that leave the house: a proving archive, CSV, a spreadsheet. All of
 * it streams, and ends with one signed checkpoint, so that writing goes on meanwhile.
 */
@NullMarked
package org.consentledger.projections.export;

import org.jspecify.annotations.NullMarked;
