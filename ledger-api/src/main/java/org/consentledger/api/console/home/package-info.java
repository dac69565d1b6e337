/** The first page of the console. */
@NullMarked
package org.consentledger.api.console.home;

import org.jspecify.annotations.NullMarked;
