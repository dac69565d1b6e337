/** What those who run the ledger see of it, and what they must not see. */
@NullMarked
package org.consentledger.api.observability;

import org.jspecify.annotations.NullMarked;
