/**
 * What the OpenAPI document says of all operations alike. What one operation says of itself stands
 * at its controller.
 */
@NullMarked
package org.consentledger.api.openapi;

import org.jspecify.annotations.NullMarked;
