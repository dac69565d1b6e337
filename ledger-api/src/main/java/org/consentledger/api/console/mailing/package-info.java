/** Pages about mailings: everybody sees how far they are, administrators plan and steer them. */
@NullMarked
package org.consentledger.api.console.mailing;

import org.jspecify.annotations.NullMarked;
