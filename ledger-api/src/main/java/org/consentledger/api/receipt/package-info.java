/**
 * Receipts of consent (clauses 7.1, 8.4, 8.9): the same facts as linked data (ISO/IEC TS 27560 in
 * terms of W3C DPV), as a Kantara consent receipt, as a page and on paper. They are made when they
 * are asked for, out of the history and the operator's own texts, so that none is stored and none
 * holds personal data.
 */
@NullMarked
package org.consentledger.api.receipt;

import org.jspecify.annotations.NullMarked;
