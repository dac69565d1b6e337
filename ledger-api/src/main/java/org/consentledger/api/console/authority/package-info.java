/** Pages for officers: what the authorised body asks is entered, and answered (clause 3.2). */
@NullMarked
package org.consentledger.api.console.authority;

import org.jspecify.annotations.NullMarked;
