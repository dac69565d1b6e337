/**
 * Exports for auditors: asked for, made in the background by whichever node is free, and fetched.
 */
@NullMarked
package org.consentledger.api.export;

import org.jspecify.annotations.NullMarked;
