/** Mailings as they are now. What becomes of their letters is not here: letters are no events. */
@NullMarked
package org.consentledger.projections.mailing;

import org.jspecify.annotations.NullMarked;
