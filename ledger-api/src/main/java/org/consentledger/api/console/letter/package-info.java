/** Pages for officers: which letters the mailboxes brought, and what came of each. */
@NullMarked
package org.consentledger.api.console.letter;

import org.jspecify.annotations.NullMarked;
