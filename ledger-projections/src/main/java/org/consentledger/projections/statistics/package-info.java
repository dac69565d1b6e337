/** Numbers about many events or requests at once, by month. They name nobody. */
@NullMarked
package org.consentledger.projections.statistics;

import org.jspecify.annotations.NullMarked;
