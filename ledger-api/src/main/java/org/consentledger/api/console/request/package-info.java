/**
 * Pages for officers: what people and the authorised body ask, how long it may wait, and how it is
 * answered.
 */
@NullMarked
package org.consentledger.api.console.request;

import org.jspecify.annotations.NullMarked;
