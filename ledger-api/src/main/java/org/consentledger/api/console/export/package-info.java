/** Pages for auditors: taking the history away. */
@NullMarked
package org.consentledger.api.console.export;

import org.jspecify.annotations.NullMarked;
