/**
 * Tells people that their letter has come, under which number it was entered, and by when it is
 * answered. Each letter is acknowledged once at most, and letters that no person wrote never.
 */
@NullMarked
package org.consentledger.api.mail.acknowledgement;

import org.jspecify.annotations.NullMarked;
