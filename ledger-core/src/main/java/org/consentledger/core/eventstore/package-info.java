/**
 * Axon's event store on PostgreSQL: the append that gives every event its place in one order,
 * stored names, and reading back. What is written beside an event is written in its transaction.
 */
@NullMarked
package org.consentledger.core.eventstore;

import org.jspecify.annotations.NullMarked;
