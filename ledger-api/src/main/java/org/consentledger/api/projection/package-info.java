/** How far the projections are, and rebuilding them, over HTTP. */
@NullMarked
package org.consentledger.api.projection;

import org.jspecify.annotations.NullMarked;
