/** Breaches as they stand (law 25(2)(8)). Written in the transaction of their events. */
@NullMarked
package org.consentledger.projections.breaches;

import org.jspecify.annotations.NullMarked;
