/**
 * What the tests of this module share: the ledger as it runs, people, and a projection that tells
 * what it was fed.
 */
@NullMarked
package org.consentledger.projections.testing;

import org.jspecify.annotations.NullMarked;
