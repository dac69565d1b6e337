/** Over HTTP: whose data is to be looked through again, because nobody confirmed it for long. */
@NullMarked
package org.consentledger.api.accuracy;

import org.jspecify.annotations.NullMarked;
