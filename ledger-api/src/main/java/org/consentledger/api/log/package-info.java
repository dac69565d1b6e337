/**
 * The tamper-evident log over HTTP: what third-party verifiers fetch, in C2SP's formats, proofs of
 * single events, and how the log keeps up.
 */
@NullMarked
package org.consentledger.api.log;

import org.jspecify.annotations.NullMarked;
