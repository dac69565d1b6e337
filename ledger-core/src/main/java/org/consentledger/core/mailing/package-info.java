/**
 * Mailings (section 6): one text for everybody who may be written to for a purpose. What it says is
 * sealed in the vault; whether a letter may go to somebody is decided for each letter, elsewhere.
 */
@NullMarked
package org.consentledger.core.mailing;

import org.jspecify.annotations.NullMarked;
