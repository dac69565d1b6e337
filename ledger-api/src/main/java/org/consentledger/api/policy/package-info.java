/** The register of policies over HTTP. */
@NullMarked
package org.consentledger.api.policy;

import org.jspecify.annotations.NullMarked;
