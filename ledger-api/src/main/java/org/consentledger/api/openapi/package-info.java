/**
 * The OpenAPI document: what it says of all operations alike, and the annotations by which an
 * operation says more of itself than its signature and its Javadoc do. Nothing here runs before
 * somebody asks for the document.
 */
@NullMarked
package org.consentledger.api.openapi;

import org.jspecify.annotations.NullMarked;
