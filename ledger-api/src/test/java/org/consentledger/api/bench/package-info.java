/**
 * Measures the ledger against limits of the machine that are measured in the same run; see
 * ledger-api/BENCH.md. Nothing here is run by the tests: it is started by {@code mvn verify
 * -Pbench}.
 */
@NullMarked
package org.consentledger.api.bench;

import org.jspecify.annotations.NullMarked;
