/**
 * Files that hold secrets: only their owner can open them, and a crash leaves none half written.
 */
@NullMarked
package org.consentledger.core.files;

import org.jspecify.annotations.NullMarked;
