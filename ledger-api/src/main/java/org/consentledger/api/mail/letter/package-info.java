/**
 * Understands a letter: who wrote it, what it says, what it asks for, and whether a person wrote it
 * at all. Pure functions of the bytes and of data; nothing here knows a mailbox, a database or a
 * clock.
 */
@NullMarked
package org.consentledger.api.mail.letter;

import org.jspecify.annotations.NullMarked;
