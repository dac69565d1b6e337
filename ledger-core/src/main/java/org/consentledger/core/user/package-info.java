/**
 * Who works with the ledger through its console (clause 8.1): the register of users with their
 * roles, and what is done with their accounts. Names are sealed in the vault; passwords and
 * sessions are no part of the history.
 */
@NullMarked
package org.consentledger.core.user;

import org.jspecify.annotations.NullMarked;
