/**
 * Carries checkpoints outside, where whoever runs the ledger cannot change them: to witnesses, a
 * directory, an auditor's mailbox and a time-stamping authority. All of it happens beside the
 * sealing and never holds it up; what a place outside says against the database stops it.
 */
@NullMarked
package org.consentledger.api.copies;

import org.jspecify.annotations.NullMarked;
