/**
 * A real browser for the tests of pages: one Chromium for all tests of a JVM, and one running
 * ledger as other tests have it.
 */
@NullMarked
package org.consentledger.api.browser;

import org.jspecify.annotations.NullMarked;
