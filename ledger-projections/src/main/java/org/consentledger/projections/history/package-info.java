/** Finds events by subject, purpose, actor, name and time. */
@NullMarked
package org.consentledger.projections.history;

import org.jspecify.annotations.NullMarked;
