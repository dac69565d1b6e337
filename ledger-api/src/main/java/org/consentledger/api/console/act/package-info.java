/**
 * What an officer does about a person. Each {@link Act} says what it asks for, what comes of it,
 * and which command of the API it is; how it is asked, confirmed and answered is the same for all.
 */
@NullMarked
package org.consentledger.api.console.act;

import org.jspecify.annotations.NullMarked;
