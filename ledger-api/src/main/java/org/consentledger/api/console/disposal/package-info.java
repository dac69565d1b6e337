/** Disposals in the console: what waits for a second person, and what became of the others. */
@NullMarked
package org.consentledger.api.console.disposal;

import org.jspecify.annotations.NullMarked;
