/**
 * The register of webhooks: which services are told of which events, from when on, and with which
 * secrets. Where they are told, and the secrets themselves, are sealed in the vault.
 */
@NullMarked
package org.consentledger.core.webhook;

import org.jspecify.annotations.NullMarked;
