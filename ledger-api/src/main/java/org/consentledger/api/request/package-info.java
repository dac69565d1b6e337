/**
 * Requests of people and of their representatives over HTTP (clauses 3.2, 4.1, 8.3, 8.4): how they
 * are entered, wait, and are answered or refused; and the job that keeps their terms.
 */
@NullMarked
package org.consentledger.api.request;

import org.jspecify.annotations.NullMarked;
