/** The ledger's promises, each proven over HTTP against the whole program. */
@NullMarked
package org.consentledger.api.promise;

import org.jspecify.annotations.NullMarked;
