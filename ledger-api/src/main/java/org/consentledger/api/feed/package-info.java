/**
 * The history for services that follow it as it grows, as server-sent events. Each follower reads
 * page by page at its own pace; none holds a connection of the database while it is waited for, and
 * nothing is kept for one that is slow.
 */
@NullMarked
package org.consentledger.api.feed;

import org.jspecify.annotations.NullMarked;
