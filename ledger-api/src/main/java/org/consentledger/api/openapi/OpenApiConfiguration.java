package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.consentledger.api.security.Scope;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The head of the document, and what completes it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  static final String SECURITY = "accessToken";

  @Bean
  OpenAPI document(ObjectProvider<BuildProperties> build) {
    // Springdoc takes Jackson 3's tree for a bean; it means any JSON.
    SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
    BuildProperties known = build.getIfAvailable();
    return new OpenAPI()
        .info(
            new Info()
                .title("Consent Ledger")
                .description(
                    "An event-sourced ledger of consent and of everything done with personal data.")
                .version(known == null ? "1" : known.getVersion())
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        // Relative, so that it holds behind every address that the ledger has.
        .servers(List.of(new Server().url("/").description("Where this document came from")))
        .components(new Components().addSecuritySchemes(SECURITY, clientCredentials()))
        .security(List.of(new SecurityRequirement().addList(SECURITY)));
  }

  @Bean
  OpenApiCustomizer commonErrors() {
    return new CommonErrors();
  }

  @Bean
  OpenApiCustomizer neededScopes() {
    return new NeededScopes();
  }

  private static SecurityScheme clientCredentials() {
    Scopes scopes = new Scopes();
    for (Scope scope : Scope.values()) {
      scopes.addString(scope.value(), scope.description());
    }
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description("Answers a JWT, sent as `Authorization: Bearer`.")
        .flows(
            new OAuthFlows()
                .clientCredentials(new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes)));
  }
}
