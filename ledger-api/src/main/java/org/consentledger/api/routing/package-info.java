/**
 * How a request finds what answers it. Spring asks each of its mappings whether it fits; here most
 * are passed over by the number and the fixed parts of their paths.
 */
@NullMarked
package org.consentledger.api.routing;

import org.jspecify.annotations.NullMarked;
