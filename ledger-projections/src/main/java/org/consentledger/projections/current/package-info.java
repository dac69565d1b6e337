/**
 * What is true now: the state of each subject and of the registers, written in the transaction of
 * the event, and the decisions that are read from it. No rules stand here; they are in {@code
 * core.decision}.
 */
@NullMarked
package org.consentledger.projections.current;

import org.jspecify.annotations.NullMarked;
