package org.consentledger.api.breach;

import io.swagger.v3.oas.annotations.media.Schema;
import org.consentledger.core.vocabulary.BreachId;

/**
 * What a command about a breach answers besides.
 *
 * @param breachId the breach
 */
@Schema(name = "BreachMembers")
record BreachMembers(BreachId breachId) {}
