package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Properties;
import org.consentledger.api.query.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes the parameters and fields that mean the same wherever they stand, so that no Javadoc
 * has to repeat it. What Javadoc says comes first.
 */
final class SharedWords implements OpenApiCustomizer {
  @Override
  public void customise(OpenAPI document) {
    Properties words = words();
    document
        .getPaths()
        .values()
        .forEach(path -> path.readOperations().forEach(operation -> complete(operation, words)));
    document.getComponents().getSchemas().values().forEach(schema -> complete(schema, words));
  }

  private static void complete(Operation operation, Properties words) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.getName() != null && isBlank(parameter.getDescription())) {
        parameter.setDescription(words.getProperty(parameter.getName()));
      }
      if ("limit".equals(parameter.getName())) {
        parameter.getSchema().setMinimum(BigDecimal.ONE);
        parameter.getSchema().setMaximum(BigDecimal.valueOf(Paging.MOST));
      }
    }
  }

  private static void complete(Schema<?> schema, Properties words) {
    if (schema.getProperties() == null) {
      return;
    }
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              String meaning = words.getProperty(name);
              if (isBlank(property.getDescription()) && meaning != null) {
                property.setDescription(meaning);
              }
            });
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Properties words() {
    Properties words = new Properties();
    try {
      words.load(new StringReader(Resources.text("words.properties")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words;
  }
}
