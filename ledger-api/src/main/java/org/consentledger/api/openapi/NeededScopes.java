package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Optional;
import org.consentledger.api.security.AccessRule;
import org.consentledger.api.security.Scope;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;

/** Says of each operation which scope it asks for, by the rules that also let it through. */
final class NeededScopes implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI document) {
    document.getPaths().forEach(NeededScopes::complete);
  }

  private static void complete(String path, PathItem item) {
    item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation));
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    Optional<Scope> scope = AccessRule.neededFor(HttpMethod.valueOf(method.name()), path);
    operation.setSecurity(
        scope
            .map(
                needed ->
                    List.of(
                        new SecurityRequirement()
                            .addList(OpenApiConfiguration.SECURITY, needed.value())))
            .orElse(List.of()));
  }
}
