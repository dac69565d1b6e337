/**
 * What the database is asked, counted and planned: what must not grow is pinned without a clock.
 */
@NullMarked
package org.consentledger.api.cost;

import org.jspecify.annotations.NullMarked;
