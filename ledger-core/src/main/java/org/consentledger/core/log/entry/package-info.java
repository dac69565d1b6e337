/**
 * What the leaves of the log say. Their bytes are written once, as canonical JSON (RFC 8785, ASCII,
 * strings and integers only), and those bytes are what counts: nobody writes them a second time.
 */
@NullMarked
package org.consentledger.core.log.entry;

import org.jspecify.annotations.NullMarked;
