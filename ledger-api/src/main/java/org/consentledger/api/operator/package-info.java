/** The operator's profile over HTTP. */
@NullMarked
package org.consentledger.api.operator;

import org.jspecify.annotations.NullMarked;
