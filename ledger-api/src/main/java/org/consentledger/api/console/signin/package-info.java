/** Pages to sign in and out, and to keep one's own account. */
@NullMarked
package org.consentledger.api.console.signin;

import org.jspecify.annotations.NullMarked;
