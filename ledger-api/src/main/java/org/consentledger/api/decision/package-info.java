/** The question that services ask: may this be done? */
@NullMarked
package org.consentledger.api.decision;

import org.jspecify.annotations.NullMarked;
