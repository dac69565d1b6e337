/**
 * A person's own page, after a mailed link (clauses 3.2, 4.1, 4.2, 8.4): what is processed of them,
 * and every right that they have. Whose page it is, the session alone says.
 */
@NullMarked
package org.consentledger.api.site.person;

import org.jspecify.annotations.NullMarked;
