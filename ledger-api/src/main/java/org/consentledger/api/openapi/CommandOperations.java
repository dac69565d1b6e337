package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import org.consentledger.api.command.CommandContext;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what all commands have in common: their headers and their answers. A command is what
 * takes a {@link CommandContext} and answers a text that was written before.
 */
final class CommandOperations implements OperationCustomizer {
  static final String IDEMPOTENCY_KEY = "IdempotencyKey";
  static final String IF_MATCH = "IfMatch";
  static final String REPLAYED = "IdempotencyReplayed";
  static final String STALE = "StaleVersion";

  private final RecordNames names;

  CommandOperations(RecordNames names) {
    this.names = names;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (!isCommand(handler)) {
      return operation;
    }
    operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + IDEMPOTENCY_KEY));
    ApiResponses answers = operation.getResponses();
    answers.remove("200");
    AnswersCommand said = handler.getMethodAnnotation(AnswersCommand.class);
    Schema<?> schema = schema(members(said, handler));
    int status = said == null ? 201 : said.status();
    answers.addApiResponse(
        Integer.toString(status),
        answer(schema, status == 202 ? "Recorded, and done before this answer." : "Recorded."));
    answers.addApiResponse("200", answer(schema, "Nothing was to change: `eventIds` is empty."));
    if (takes(handler, SubjectId.class)) {
      operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + IF_MATCH));
      answers.addApiResponse("412", new ApiResponse().$ref("#/components/responses/" + STALE));
    }
    return operation;
  }

  /** Readings that are recorded take a context too, but answer an object of their own. */
  static boolean isCommand(HandlerMethod handler) {
    return takes(handler, CommandContext.class)
        && ResolvableType.forMethodReturnType(handler.getMethod()).resolveGeneric(0)
            == String.class;
  }

  private static boolean takes(HandlerMethod handler, Class<?> type) {
    return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
  }

  private static @Nullable Class<?> members(@Nullable AnswersCommand said, HandlerMethod handler) {
    if (said != null) {
      return said.value();
    }
    return takes(handler, SubjectId.class) ? CommandAnswer.OfSubject.class : null;
  }

  private Schema<?> schema(@Nullable Class<?> members) {
    Schema<?> common = names.reference(CommandAnswer.class);
    if (members == null) {
      return common;
    }
    return new Schema<>().addAllOfItem(common).addAllOfItem(names.reference(members));
  }

  private static ApiResponse answer(Schema<?> schema, String description) {
    return new ApiResponse()
        .description(description)
        .addHeaderObject(
            "Idempotency-Replayed", new Header().$ref("#/components/headers/" + REPLAYED))
        .content(Media.content(MediaType.APPLICATION_JSON_VALUE, schema));
  }
}
