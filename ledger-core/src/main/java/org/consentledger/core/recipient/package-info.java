/**
 * Who is given personal data (clauses 2.11, 2.13, 8.2, 8.5), and what the law asks for before data
 * crosses the border to them (clauses 10.1, 10.2). Names and references are sealed in the vault.
 */
@NullMarked
package org.consentledger.core.recipient;

import org.jspecify.annotations.NullMarked;
