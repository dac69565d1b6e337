/** The switches of the legal grounds over HTTP. */
@NullMarked
package org.consentledger.api.ground;

import org.jspecify.annotations.NullMarked;
