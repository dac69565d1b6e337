/**
 * Which of the grounds of section 7 may be used at all. Some of them need a lawyer's word first, so
 * that each but consent can be switched off, now or at a moment to come.
 */
@NullMarked
package org.consentledger.core.ground;

import org.jspecify.annotations.NullMarked;
