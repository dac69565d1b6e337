/** The words of the law's closed lists, of events and of reasons, for all pages of the console. */
@NullMarked
package org.consentledger.api.console.law;

import org.jspecify.annotations.NullMarked;
