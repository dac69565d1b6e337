package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Groups the operations by controller, under its name in words; its Javadoc describes the group.
 */
final class OperationTags implements OpenApiCustomizer {
  private static final String SUFFIX = "-controller";

  @Override
  public void customise(OpenAPI document) {
    List<Tag> tags = new ArrayList<>(document.getTags());
    tags.forEach(tag -> tag.setName(words(tag.getName())));
    tags.sort(Comparator.comparing(Tag::getName));
    document.setTags(tags);
    document
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(
                        operation ->
                            operation.setTags(
                                operation.getTags().stream().map(OperationTags::words).toList())));
  }

  private static String words(String tag) {
    String name = tag.endsWith(SUFFIX) ? tag.substring(0, tag.length() - SUFFIX.length()) : tag;
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
