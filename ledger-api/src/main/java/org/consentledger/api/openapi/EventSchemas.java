package org.consentledger.api.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.TreeSet;
import org.consentledger.core.eventstore.EventNames;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes the data of every kind of event: whoever reads the history needs each of them. */
final class EventSchemas implements OpenApiCustomizer {
  private final RecordNames names;

  EventSchemas(RecordNames names) {
    this.names = names;
  }

  @Override
  public void customise(OpenAPI document) {
    Schema<?> data = new Schema<>();
    StringBuilder description =
        new StringBuilder("What happened, as it was stored; no personal data. By `type`:\n");
    for (String type : new TreeSet<>(EventNames.all())) {
      Schema<?> kind = names.reference(EventNames.classOf(type).orElseThrow());
      data.addAnyOfItem(kind);
      String reference = kind.get$ref();
      description
          .append("\n- `")
          .append(type)
          .append("`: ")
          .append(reference.substring(reference.lastIndexOf('/') + 1));
    }
    data.setDescription(description.toString());
    Schema<?> event =
        requireNonNull(
            document.getComponents().getSchemas().get("Event"), "the events of the history");
    event.getProperties().put("data", data);
  }
}
