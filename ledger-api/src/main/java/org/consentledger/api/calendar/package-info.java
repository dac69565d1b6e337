/** The working days of Kazakhstan over HTTP, and the files by which an operator corrects them. */
@NullMarked
package org.consentledger.api.calendar;

import org.jspecify.annotations.NullMarked;
