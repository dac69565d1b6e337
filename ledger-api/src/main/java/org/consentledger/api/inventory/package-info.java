/** The operator's inventory over HTTP: one mechanism, and an address for each kind of item. */
@NullMarked
package org.consentledger.api.inventory;

import org.jspecify.annotations.NullMarked;
