package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.consentledger.api.query.Paging;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes what is answered, or taken, one JSON value a line. */
final class LineOperations implements OperationCustomizer {

  private final RecordNames names;

  LineOperations(RecordNames names) {
    this.names = names;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Lines lines = handler.getMethodAnnotation(Lines.class);
    if (lines == null) {
      return operation;
    }
    if (lines.request() != Void.class) {
      operation.requestBody(
          new RequestBody()
              .description("One JSON value a line, without limit.")
              .required(true)
              .content(Media.content(Paging.NDJSON, names.reference(lines.request()))));
    }
    ApiResponse answer =
        operation.getResponses().computeIfAbsent("200", absent -> new ApiResponse());
    if (answer.getContent() == null) {
      answer.content(new Content());
    }
    answer.getContent().addMediaType(Paging.NDJSON, new MediaType().schema(line(lines)));
    return operation;
  }

  private Schema<?> line(Lines lines) {
    if (lines.value().length == 1) {
      return names.reference(lines.value()[0]);
    }
    Schema<?> either = new Schema<>();
    for (Class<?> kind : lines.value()) {
      either.addAnyOfItem(names.reference(kind));
    }
    return either;
  }
}
