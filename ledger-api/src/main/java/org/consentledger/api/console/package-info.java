/**
 * Pages for whoever works with the ledger and signed in: one package a feature, its template and
 * words beside it. Here is who may open which.
 */
@NullMarked
package org.consentledger.api.console;

import org.jspecify.annotations.NullMarked;
