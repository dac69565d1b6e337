/**
 * How a command comes in over HTTP: who sends it, under which idempotency key, against which
 * version; and how its answer is kept and given again.
 */
@NullMarked
package org.consentledger.api.command;

import org.jspecify.annotations.NullMarked;
