/**
 * Accounts of users of the console: how they prove who they are, what is counted against guessing,
 * and the sessions that all nodes share. Pages are elsewhere.
 */
@NullMarked
package org.consentledger.api.console.account;

import org.jspecify.annotations.NullMarked;
