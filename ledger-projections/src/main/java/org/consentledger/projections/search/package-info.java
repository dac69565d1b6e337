/** Finds subjects by what is true of them. */
@NullMarked
package org.consentledger.projections.search;

import org.jspecify.annotations.NullMarked;
