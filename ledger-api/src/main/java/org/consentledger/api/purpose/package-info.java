/** The register of purposes over HTTP. */
@NullMarked
package org.consentledger.api.purpose;

import org.jspecify.annotations.NullMarked;
