/** The law's terms over HTTP: reading and changing them. */
@NullMarked
package org.consentledger.api.legalterm;

import org.jspecify.annotations.NullMarked;
