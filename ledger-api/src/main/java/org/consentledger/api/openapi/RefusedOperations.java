package org.consentledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.api.decision.DecisionView;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Lists the codes that an operation may answer by the rules of the domain, status by status. */
final class RefusedOperations implements OperationCustomizer {
  private static final String INVALID = "422";

  private final RecordNames names;

  /** A code, what it means, and the members that its problem has besides. */
  private record Code(String code, String meaning, Map<String, Schema<?>> members) {
    Code(String code, String meaning) {
      this(code, meaning, Map.of());
    }
  }

  RefusedOperations(RecordNames names) {
    this.names = names;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Map<String, List<Code>> codes = new TreeMap<>();
    Misses misses = handler.getMethodAnnotation(Misses.class);
    if (misses != null) {
      add(codes, "404", new Code(misses.value(), misses.when()));
    }
    Refuses refuses = handler.getMethodAnnotation(Refuses.class);
    if (refuses != null) {
      for (Class<? extends Refusal> kind : refuses.value()) {
        Problem problem = RefusalProblems.of(sample(kind));
        add(codes, Integer.toString(problem.status()), code(kind, problem));
      }
    }
    if (CommandOperations.isCommand(handler)) {
      add(
          codes,
          INVALID,
          new Code(
              "IDEMPOTENCY_KEY_REUSED", "The `Idempotency-Key` came before with another request."));
    }
    if (codes.containsKey(INVALID)) {
      add(codes, INVALID, new Code("INVALID_INPUT", "The input breaks the rules in `errors`."));
    }
    codes.forEach(
        (status, listed) ->
            operation
                .getResponses()
                .addApiResponse(status, answer(Integer.parseInt(status), listed)));
    return operation;
  }

  private static void add(Map<String, List<Code>> codes, String status, Code code) {
    codes.computeIfAbsent(status, absent -> new ArrayList<>()).add(code);
  }

  private ApiResponse answer(int status, List<Code> codes) {
    StringSchema code = new StringSchema();
    codes.forEach(listed -> code.addEnumItem(listed.code()));
    Schema<?> narrowed = new Schema<>().type("object");
    narrowed.setTypes(Set.of("object"));
    narrowed.addProperty("code", code);
    StringBuilder description = new StringBuilder("The problem's `code` is one of:\n");
    for (Code listed : codes) {
      description.append("\n- `").append(listed.code()).append("`: ").append(listed.meaning());
      listed.members().forEach(narrowed::addProperty);
    }
    Schema<?> schema =
        new Schema<>().addAllOfItem(names.reference(Problem.class)).addAllOfItem(narrowed);
    MediaType media = new MediaType().schema(schema);
    media.setExample(CommonErrors.example(status, codes.getFirst().code()));
    return new ApiResponse()
        .description(description.toString())
        .content(new Content().addMediaType(Problem.MEDIA_TYPE.toString(), media));
  }

  private Code code(Class<? extends Refusal> kind, Problem problem) {
    String clause = problem.clause() == null ? "" : " (clause " + problem.clause() + ")";
    return new Code(problem.code(), problem.detail() + clause, members(kind));
  }

  private Map<String, Schema<?>> members(Class<? extends Refusal> kind) {
    Map<String, Schema<?>> members = new LinkedHashMap<>();
    if (kind == Refusal.SubjectExists.class) {
      members.put(
          "subjectId",
          new StringSchema().format("uuid").description("With SUBJECT_EXISTS: whose it is."));
    } else if (kind == Refusal.LaterAnswerStands.class) {
      members.put(
          "standingSince",
          new StringSchema()
              .format("date-time")
              .description("With LATER_ANSWER_STANDS: when that answer took effect."));
    } else if (kind == Refusal.ProcessingDenied.class) {
      members.put("decision", names.reference(DecisionView.class));
    }
    return members;
  }

  /** A refusal of this kind, to read its code from. */
  private static Refusal sample(Class<? extends Refusal> kind) {
    if (kind == Refusal.SubjectExists.class) {
      return new Refusal.SubjectExists(new SubjectId(new UUID(0, 0)));
    }
    if (kind == Refusal.LaterAnswerStands.class) {
      return new Refusal.LaterAnswerStands(Instant.EPOCH);
    }
    if (kind == Refusal.MailNotConfigured.class) {
      return new Refusal.MailNotConfigured("spring.mail.host");
    }
    if (kind == Refusal.GroundSwitchedOff.class) {
      return new Refusal.GroundSwitchedOff(LegalGround.CONTRACT);
    }
    if (kind == Refusal.EvidenceMissing.class) {
      return new Refusal.EvidenceMissing(LegalGround.LEGAL_OBLIGATION, List.of());
    }
    if (kind == Refusal.ProcessingDenied.class) {
      return new Refusal.ProcessingDenied(
          new Decision(
              Decision.Verdict.DENY,
              null,
              List.of(new Decision.Reason(ReasonCode.NO_GROUND, List.of())),
              null,
              Instant.EPOCH,
              null));
    }
    try {
      var constructor = kind.getDeclaredConstructor();
      return constructor.newInstance();
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException("Add a sample of " + kind.getSimpleName() + ".", unlike);
    }
  }
}
