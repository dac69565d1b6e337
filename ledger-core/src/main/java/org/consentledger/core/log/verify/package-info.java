/**
 * Checks an export archive without database and network, in constant memory: files come in,
 * findings come out. Nothing is believed that is not recomputed, and damage is a finding, never a
 * failure.
 */
@NullMarked
package org.consentledger.core.log.verify;

import org.jspecify.annotations.NullMarked;
