/**
 * The ledger from a shell: verifying an export, fetching one, keeping a checkpoint, putting back
 * what a restored database lacks. What verifies needs neither the database nor the network.
 */
@NullMarked
package org.consentledger.api.cli;

import org.jspecify.annotations.NullMarked;
