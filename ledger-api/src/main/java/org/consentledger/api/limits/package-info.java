/**
 * What keeps a node answering when it is sent more than it can do: how much may be under way, and
 * how much one client may send. Who is refused here is told so at once, before anything was done,
 * and when to come again.
 */
@NullMarked
package org.consentledger.api.limits;

import org.jspecify.annotations.NullMarked;
