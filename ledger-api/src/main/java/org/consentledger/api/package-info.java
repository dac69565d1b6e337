/**
 * The program: how the ledger is reached. Here it starts and is wired together; each feature has a
 * package of its own, named as in the core and the projections.
 */
@NullMarked
package org.consentledger.api;

import org.jspecify.annotations.NullMarked;
