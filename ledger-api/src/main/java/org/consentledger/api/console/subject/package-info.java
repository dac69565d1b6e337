/**
 * The console around one person: found, looked at as of any day, decided about, and what is done.
 * Pages ask the API's own controllers and finders; here is how it is shown.
 */
@NullMarked
package org.consentledger.api.console.subject;

import org.jspecify.annotations.NullMarked;
