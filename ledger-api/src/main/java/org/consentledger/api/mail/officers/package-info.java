/**
 * Tells officers by mail what waits for them. A notice names a number, a kind, a day and an address
 * in the ledger, and never a person. To add a kind: a constant of {@link OfficerNotice}, its words,
 * and what the compiler asks for then.
 */
@NullMarked
package org.consentledger.api.mail.officers;

import org.jspecify.annotations.NullMarked;
