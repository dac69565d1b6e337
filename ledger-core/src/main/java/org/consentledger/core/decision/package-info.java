/**
 * May this be done, with this data, of this person, for this purpose, at this moment? One pure
 * function over plain records, used alike by the aggregate, by the decision that services ask for,
 * and by questions about the past.
 */
@NullMarked
package org.consentledger.core.decision;

import org.jspecify.annotations.NullMarked;
