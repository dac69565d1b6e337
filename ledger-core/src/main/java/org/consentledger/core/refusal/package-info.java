/**
 * What the ledger answers to a command that a rule of the domain forbids. One sealed family, so
 * that whoever maps refusals to answers cannot forget one; refusals carry codes and identifiers,
 * never what a person sent.
 */
@NullMarked
package org.consentledger.core.refusal;

import org.jspecify.annotations.NullMarked;
