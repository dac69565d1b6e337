package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.openapi.AnswersCommand;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.decision.Question;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.subject.ProcessingEvent.UnlawfulProcessingFound;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

  private static final String UNLAWFUL =
      EventNames.nameOf(UnlawfulProcessingFound.class).orElseThrow();

  private final CommandDesk desk;

  ProcessingController(CommandDesk desk) {
    this.desk = desk;
  }

  /**
   * What an act answers besides.
   *
   * @param unlawful whether it was reported and nothing had permitted it; it must be put right
   *     within the term that the history shows
   */
  @Schema(name = "ProcessingMembers")
  record Recorded(SubjectId subjectId, boolean unlawful) {}

  /**
   * Records an act of processing if it is permitted. Asked before the act: what is denied is
   * answered with the decision, is not recorded and must not be done. With {@code report}, the act
   * was done already: what nothing permitted is recorded as unlawful, which ends the processing for
   * its purpose.
   */
  @Operation(operationId = "recordProcessing")
  @AnswersCommand(Recorded.class)
  @Refuses({
    Refusal.SubjectUnknown.class,
    Refusal.ProcessingDenied.class,
    Refusal.ChannelMissing.class,
    Refusal.EffectiveInFuture.class
  })
  @PostMapping("/processing")
  ResponseEntity<String> process(
      @PathVariable SubjectId subjectId,
      @Valid @RequestBody SubjectRequests.Act request,
      CommandContext context) {
    return desk.submit(
        context,
        request,
        () ->
            new Prepared(
                command(subjectId, request),
                List.of(),
                appended -> Map.of("subjectId", subjectId, "unlawful", isUnlawful(appended)),
                HttpStatus.CREATED));
  }

  private static boolean isUnlawful(Appended appended) {
    return appended.events().stream().anyMatch(event -> event.name().equals(UNLAWFUL));
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
        request.network() == null ? passesOverNetwork(request.channel()) : request.network(),
        request.effectiveAt(),
        Boolean.TRUE.equals(request.report()));
  }

  private static boolean passesOverNetwork(@Nullable Channel channel) {
    return switch (channel) {
      case null -> true; // one program calls another
      case WEB, EMAIL, API -> true;
      case LETTER, PHONE, IN_PERSON -> false;
    };
  }
}
