package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.decision.Question;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets personal data be processed, and records it (clauses 5.1, 9.1, 9.2). */
@RestController
@RequestMapping("/api/v1/subjects/{subjectId}")
final class ProcessingController {

  private final CommandDesk desk;

  ProcessingController(CommandDesk desk) {
    this.desk = desk;
  }

  /**
   * Records an act of processing if it is permitted. Asked before the act: what is denied is
   * answered with the decision, is not recorded and must not be done.
   */
  @Operation(operationId = "recordProcessing")
  @Refuses({Refusal.SubjectUnknown.class, Refusal.ProcessingDenied.class})
  @PostMapping("/processing")
  ResponseEntity<String> process(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Act request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () -> new Prepared(command(subjectId, request), List.of(), Map.of("subjectId", subjectId)));
  }

  private static RecordProcessing command(SubjectId subjectId, SubjectRequests.Act request) {
    Question question =
        new Question(
            new PurposeId(request.purposeId()),
            request.action(),
            Scopes.categories(request.categories()),
            request.recipientId() == null ? null : new RecipientId(request.recipientId()),
            request.country(),
            Scopes.set(request.joinedWith(), PurposeId::new));
    return new RecordProcessing(
        subjectId,
        question,
        request.channel(),
        !Boolean.FALSE.equals(request.automated()),
        request.network() == null ? passesOverNetwork(request.channel()) : request.network());
  }

  private static boolean passesOverNetwork(@Nullable Channel channel) {
    return switch (channel) {
      case null -> true; // one program calls another
      case WEB, EMAIL, API -> true;
      case LETTER, PHONE, IN_PERSON -> false;
    };
  }
}
