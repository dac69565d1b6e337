/**
 * Working days of Kazakhstan, the law's terms, and when a term ends. Everything here is a function
 * of its arguments and of data files; it knows no clock, no database and no container.
 */
@NullMarked
package org.consentledger.core.calendar;

import org.jspecify.annotations.NullMarked;
