/**
 * Breaches of the security of personal data (law 25(2)(8)): found, told to the authorised body
 * within its term, and closed with what was done about them. Descriptions are sealed in the vault.
 */
@NullMarked
package org.consentledger.core.breach;

import org.jspecify.annotations.NullMarked;
