/**
 * Pages for auditors: what they were given is verified, by what they could verify it with
 * elsewhere.
 */
@NullMarked
package org.consentledger.api.console.verification;

import org.jspecify.annotations.NullMarked;
