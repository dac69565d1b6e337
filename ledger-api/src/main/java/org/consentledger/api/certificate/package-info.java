/**
 * Certificates that data was disposed of (clauses 2.4, 2.5, 2.14): the same facts as signed JSON,
 * as a page and on paper. They are made when they are asked for, out of the history and the
 * registers, so that none is stored, none holds personal data, and each outlives it.
 */
@NullMarked
package org.consentledger.api.certificate;

import org.jspecify.annotations.NullMarked;
