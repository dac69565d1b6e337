package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.request.RequestCommand.RecordReading;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows what was written about a request to who may see it, and records first that they looked
 * (clauses 8.1, 8.7, 11).
 */
@RestController
public final class RequestTextController {

  private final RequestDesk desk;
  private final EventLog eventLog;
  private final Vault vault;
  private final Commands commands;

  /**
   * What was written about a request.
   *
   * @param requestId the request
   * @param readEventId the event that records this reading
   * @param texts what was written with each step, the oldest first
   */
  @Schema(name = "RequestTexts")
  public record Texts(RequestId requestId, UUID readEventId, List<StepText> texts) {}

  /**
   * What was written with one step.
   *
   * @param type the stored name of the step, such as {@code request.received}
   * @param words what was written
   */
  @Schema(name = "RequestStepText")
  public record StepText(UUID eventId, String type, SealedWords words) {}

  RequestTextController(RequestDesk desk, EventLog eventLog, Vault vault, Commands commands) {
    this.desk = desk;
    this.eventLog = eventLog;
    this.vault = vault;
    this.commands = commands;
  }

  /**
   * Reads what was written about a request: by the person, and by the operator. The reading is an
   * event, recorded before the answer.
   *
   * @param ground the ground on which it is read
   */
  @Operation(operationId = "readRequestText")
  @Refuses({Refusal.RequestUnknown.class, Refusal.SubjectDestroyed.class})
  @GetMapping("/api/v1/requests/{requestId}/text")
  public ResponseEntity<Texts> read(
      @PathVariable RequestId requestId,
      @RequestParam(required = false) @Nullable LegalGround ground,
      CommandContext context) {
    desk.require(requestId);
    UUID recorded =
        commands
            .execute(new RecordReading(requestId, ground), context.actor(), null, Attachment.none())
            .eventIds()
            .getFirst();
    List<EventLog.OfRequest> events = eventLog.historyOf(requestId);
    Map<UUID, byte[]> documents =
        vault.documents(requestId, events.stream().flatMap(it -> references(it.event())).toList());
    List<StepText> texts = new ArrayList<>();
    for (EventLog.OfRequest entry : events) {
      references(entry.event())
          .map(documents::get)
          .filter(document -> document != null)
          .forEach(document -> texts.add(text(entry, document)));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Texts(requestId, recorded, texts));
  }

  private StepText text(EventLog.OfRequest entry, byte[] document) {
    return new StepText(
        entry.eventId(),
        EventNames.nameOf(entry.event().getClass()).orElseThrow(),
        desk.read(document));
  }

  private static Stream<UUID> references(RequestEvent event) {
    return switch (event) {
      case RequestEvent.RequestReceived it ->
          Stream.concat(Stream.of(it.textReference()), Stream.ofNullable(it.authorityReference()));
      case RequestEvent.IdentityVerified it -> Stream.of(it.evidenceReference());
      case RequestEvent.AuthorityChecked it -> Stream.of(it.evidenceReference());
      case RequestEvent.RequestExtended it -> Stream.of(it.reasonReference());
      case RequestEvent.RequestAnswered it -> Stream.ofNullable(it.answerReference());
      case RequestEvent.RequestRefused it -> Stream.of(it.textReference());
      case RequestEvent.SubjectLinked it -> Stream.empty();
      case RequestEvent.RequestPaused it -> Stream.empty();
      case RequestEvent.RequestResumed it -> Stream.empty();
      case RequestEvent.RequestOverdue it -> Stream.empty();
      case RequestEvent.RequestRecomputed it -> Stream.empty();
      case RequestEvent.RequestRead it -> Stream.empty();
      case RequestEvent.RequestTextDestroyed it -> Stream.empty();
    };
  }
}
