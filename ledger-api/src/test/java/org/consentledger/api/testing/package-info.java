/** What the tests of the whole program have in common: a client that speaks the HTTP contract. */
@NullMarked
package org.consentledger.api.testing;

import org.jspecify.annotations.NullMarked;
