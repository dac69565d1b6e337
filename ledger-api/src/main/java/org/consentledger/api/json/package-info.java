/**
 * How strictly JSON is read over HTTP. What is ambiguous is refused rather than guessed at: a
 * ledger must not record something that its client didn't say.
 */
@NullMarked
package org.consentledger.api.json;

import org.jspecify.annotations.NullMarked;
