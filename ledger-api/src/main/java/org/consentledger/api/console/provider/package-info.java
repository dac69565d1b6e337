/**
 * Signing in by a provider of the operator's own (OpenID Connect Core 1.0): who it says somebody
 * is, and which roles follow from what it claims. What comes of it is the account's.
 */
@NullMarked
package org.consentledger.api.console.provider;

import org.jspecify.annotations.NullMarked;
