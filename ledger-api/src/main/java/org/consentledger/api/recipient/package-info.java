/** The register of recipients over HTTP. */
@NullMarked
package org.consentledger.api.recipient;

import org.jspecify.annotations.NullMarked;
