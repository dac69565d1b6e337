package org.consentledger.api.console.account;

import java.util.UUID;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How a user proves who they are.
 *
 * @param password the hash
 * @param passwordExpired whether another one must be chosen before anything else
 * @param secondFactor where the vault keeps the secret of one-time codes, if there is one
 */
record Account(
    UserId userId, String password, boolean passwordExpired, @Nullable UUID secondFactor) {}
