/**
 * Tells services of events, in the format of Standard Webhooks: the register of webhooks, what
 * becomes of each delivery, and who brings them. Of all nodes one works for a webhook at a time.
 * Nothing here holds a connection or a transaction of the database while it waits for a receiver.
 */
@NullMarked
package org.consentledger.api.webhook;

import org.jspecify.annotations.NullMarked;
