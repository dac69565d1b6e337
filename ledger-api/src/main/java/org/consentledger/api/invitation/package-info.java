/**
 * Consent that is asked for by mail (double opt-in): the letter, and the page that it leads to,
 * where the person answers. Nobody on the operator's side can answer in the person's place.
 */
@NullMarked
package org.consentledger.api.invitation;

import org.jspecify.annotations.NullMarked;
