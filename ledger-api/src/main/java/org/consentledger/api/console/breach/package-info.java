/** Pages for officers: breaches of personal data, and what the authorised body was told of them. */
@NullMarked
package org.consentledger.api.console.breach;

import org.jspecify.annotations.NullMarked;
