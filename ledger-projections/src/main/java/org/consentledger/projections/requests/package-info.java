/**
 * Requests as they stand (clauses 3.2, 4.1), by when they are due. Written in the transaction of
 * their events, so that a number is given once and a list never lags behind an answer.
 */
@NullMarked
package org.consentledger.projections.requests;

import org.jspecify.annotations.NullMarked;
