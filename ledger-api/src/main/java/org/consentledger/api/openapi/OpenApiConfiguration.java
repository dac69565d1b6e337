package org.consentledger.api.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.security.Scope;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The head of the document, and what completes it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  static final String SECURITY = "accessToken";

  @Bean
  OpenAPI document(ObjectProvider<BuildProperties> build) {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandContext.class);
    // A closed list stands in one place, with the meaning of its words.
    ModelResolver.enumsAsRef = true;
    BuildProperties known = build.getIfAvailable();
    return new OpenAPI()
        .info(
            new Info()
                .title("Consent Ledger")
                .contact(new Contact().name("Whoever runs this ledger"))
                .version(known == null ? "1" : known.getVersion())
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        // Relative, so that it holds behind every address that the ledger has.
        .servers(List.of(new Server().url("/").description("Where this document came from")))
        .components(new Components().addSecuritySchemes(SECURITY, clientCredentials()))
        .security(List.of(new SecurityRequirement().addList(SECURITY)));
  }

  @Bean
  SpringDocJavadocProvider javadoc() {
    return new MarkdownJavadoc();
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  RecordNames recordNames() {
    return new RecordNames();
  }

  @Bean
  @Order(1)
  OperationCustomizer commandOperations(RecordNames names) {
    return new CommandOperations(names);
  }

  @Bean
  @Order(2)
  OperationCustomizer refusedOperations(RecordNames names) {
    return new RefusedOperations(names);
  }

  @Bean
  @Order(3)
  OperationCustomizer lineOperations(RecordNames names) {
    return new LineOperations(names);
  }

  /** What completes the document as a whole, in this order. */
  @Bean
  OpenApiCustomizer completion(RecordNames names) {
    List<OpenApiCustomizer> steps =
        List.of(
            new OperationTags(),
            new EventSchemas(names),
            new CommandComponents(),
            new CommonErrors(names),
            new NeededScopes(),
            new BeyondControllers(),
            new SharedWords(),
            new TidySchemas(),
            new Story());
    return document -> {
      document.getInfo().setDescription(Resources.text("introduction.md"));
      steps.forEach(step -> step.customise(document));
    };
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
