/** Pages for auditors: how far the tamper-evident log is, and who else vouches for it. */
@NullMarked
package org.consentledger.api.console.log;

import org.jspecify.annotations.NullMarked;
