/**
 * Pages for everybody at the console: the registers that decisions rest on, one mechanism for all;
 * administrators change them by the commands that the API takes.
 */
@NullMarked
package org.consentledger.api.console.register;

import org.jspecify.annotations.NullMarked;
