package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** The headers that all commands share, described once. */
final class CommandComponents implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI document) {
    Components components = document.getComponents();
    Parameter key =
        new HeaderParameter()
            .name("Idempotency-Key")
            .description(
                "Chosen by the caller, one for each command. The same key with the same request is"
                    + " answered with the first answer, refusals included, and has no second"
                    + " effect; with another request it is refused (422). Keys of different"
                    + " clients never meet.")
            .schema(new StringSchema().minLength(1).maxLength(255));
    key.setExample("registration-2026-000417");
    Parameter match =
        new HeaderParameter()
            .name("If-Match")
            .description(
                "The ETag of the subject's state, as it was given. If the subject has changed"
                    + " since, the command is not carried out (412).")
            .schema(new StringSchema().pattern("^\"[0-9]{1,18}\"$"));
    match.setExample("\"3\"");
    StringSchema replayed = new StringSchema();
    replayed.addEnumItem("true");
    components
        .addParameters(CommandOperations.IDEMPOTENCY_KEY, key)
        .addParameters(CommandOperations.IF_MATCH, match)
        .addHeaders(
            CommandOperations.REPLAYED,
            new Header()
                .description("There where this is the first answer again, and nothing was done.")
                .schema(replayed));
  }
}
