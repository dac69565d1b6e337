/**
 * The form of consent for a purpose (clause 7.1), alone or within the operator's own site. Nobody
 * is known here: a yes counts when it is confirmed from the mailbox that was named.
 */
@NullMarked
package org.consentledger.api.site.consent;

import org.jspecify.annotations.NullMarked;
