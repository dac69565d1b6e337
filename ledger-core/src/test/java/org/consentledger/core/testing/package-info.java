/**
 * What the tests of all modules share: a real database, samples of commands and events, rules about
 * the code itself.
 */
@NullMarked
package org.consentledger.core.testing;

import org.jspecify.annotations.NullMarked;
