/** What all lists have in common: pages with opaque cursors, and streams. */
@NullMarked
package org.consentledger.api.query;

import org.jspecify.annotations.NullMarked;
