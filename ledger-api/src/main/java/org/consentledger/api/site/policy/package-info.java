/** The operator's policy, for everybody (clauses 3.2, 12.2, 12.3). */
@NullMarked
package org.consentledger.api.site.policy;

import org.jspecify.annotations.NullMarked;
