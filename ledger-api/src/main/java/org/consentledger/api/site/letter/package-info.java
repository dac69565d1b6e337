/** Letters that the public site sends because somebody asked there. */
@NullMarked
package org.consentledger.api.site.letter;

import org.jspecify.annotations.NullMarked;
