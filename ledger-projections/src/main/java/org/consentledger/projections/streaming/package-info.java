/**
 * How projections follow the history: in its order, in batches, never skipping an event, and how
 * they are rebuilt while the ledger serves.
 */
@NullMarked
package org.consentledger.projections.streaming;

import org.jspecify.annotations.NullMarked;
