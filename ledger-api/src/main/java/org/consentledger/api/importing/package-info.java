/**
 * Takes in many commands, one a line: what is known of the past, or what another system sends at
 * night. A line is carried out by its own endpoint; no rules stand here.
 */
@NullMarked
package org.consentledger.api.importing;

import org.jspecify.annotations.NullMarked;
