/**
 * Of whom something is permitted now. No rules stand here: candidates come from {@code
 * projections.current}, and {@code core.decision} decides on each of them.
 */
@NullMarked
package org.consentledger.projections.audience;

import org.jspecify.annotations.NullMarked;
