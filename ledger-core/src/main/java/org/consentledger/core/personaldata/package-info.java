/**
 * The vault: personal data as ciphertext, keys per subject, the blind index, and their end. Nothing
 * in the clear leaves this package but to a caller who asked for it by name.
 */
@NullMarked
package org.consentledger.core.personaldata;

import org.jspecify.annotations.NullMarked;
