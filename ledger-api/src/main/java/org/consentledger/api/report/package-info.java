/**
 * What a person is told who asks what is held of them (clauses 3.2, 4.1): everything of theirs, and
 * nothing of anybody else's.
 */
@NullMarked
package org.consentledger.api.report;

import org.jspecify.annotations.NullMarked;
