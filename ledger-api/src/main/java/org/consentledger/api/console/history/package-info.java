/** Pages for everybody at the console: what happened, and how each event is proved. */
@NullMarked
package org.consentledger.api.console.history;

import org.jspecify.annotations.NullMarked;
