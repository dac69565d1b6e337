/**
 * Takes letters in: looks into mailboxes, takes each letter once whatever breaks, and does what it
 * asks for. What a letter is, is understood in {@code mail.letter}; what is answered by itself
 * stands in {@code mail.acknowledgement}.
 */
@NullMarked
package org.consentledger.api.mail.intake;

import org.jspecify.annotations.NullMarked;
