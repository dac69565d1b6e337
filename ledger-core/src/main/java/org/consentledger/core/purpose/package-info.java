/**
 * Predetermined purposes of processing (section 6), each a row of versions that ends with its
 * retirement.
 */
@NullMarked
package org.consentledger.core.purpose;

import org.jspecify.annotations.NullMarked;
