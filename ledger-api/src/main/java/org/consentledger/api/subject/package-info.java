/**
 * Data subjects over HTTP: registering, looking up, consent, restrictions, the end of personal
 * data, and what is true of them.
 */
@NullMarked
package org.consentledger.api.subject;

import org.jspecify.annotations.NullMarked;
