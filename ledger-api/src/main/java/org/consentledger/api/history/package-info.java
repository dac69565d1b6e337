/** The history over HTTP: of one subject, and of everything. */
@NullMarked
package org.consentledger.api.history;

import org.jspecify.annotations.NullMarked;
