/**
 * Letters by e-mail: how they look, to whom they are addressed, and how one is handed to the mail
 * server so that it is known what became of it. Whether a letter may be sent is decided elsewhere.
 */
@NullMarked
package org.consentledger.api.letter;

import org.jspecify.annotations.NullMarked;
