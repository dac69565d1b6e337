/**
 * Mailings over HTTP, and their letters: each is permitted and recorded in one breath when its turn
 * comes, and leaves at most once. Also the ways out: unsubscribing, and letters that come back.
 */
@NullMarked
package org.consentledger.api.mailing;

import org.jspecify.annotations.NullMarked;
