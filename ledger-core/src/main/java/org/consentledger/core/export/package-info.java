/**
 * Exports of the history: that one was asked for, and what was handed out. What is in them is the
 * business of the projections.
 */
@NullMarked
package org.consentledger.core.export;

import org.jspecify.annotations.NullMarked;
