/** Lists of whom something is permitted now: whom to write to, and nobody else. */
@NullMarked
package org.consentledger.api.audience;

import org.jspecify.annotations.NullMarked;
