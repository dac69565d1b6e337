/**
 * What an officer changes about the law's terms: each change is an event, holds from a moment on,
 * and never reaches back. The rows that are shipped stand in {@code core.calendar}.
 */
@NullMarked
package org.consentledger.core.legalterm;

import org.jspecify.annotations.NullMarked;
