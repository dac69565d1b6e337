package org.consentledger.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.CommittedEvent;
import org.consentledger.core.register.Registers;
import org.consentledger.core.request.RequestEvent;
import org.consentledger.core.request.RequestTerm;
import org.consentledger.core.vocabulary.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What a command about a request answers besides.
 *
 * @param requestId the request
 * @param number the number under which it was entered: the year and a running number
 * @param dueDate the last day of its term, in Kazakhstan; missing while the term rests
 * @param dueAt the first moment at which an answer is too late; missing while the term rests
 * @param terms the term, with the arithmetic
 */
@Schema(name = "RequestMembers")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestMembers(
    RequestId requestId,
    String number,
    @Nullable LocalDate dueDate,
    @Nullable Instant dueAt,
    TermsView terms) {

  /** The members, for an answer that is put together of several. */
  static Map<String, Object> of(
      RequestId requestId, String number, RequestTerm term, Registers registers) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("requestId", requestId);
    members.put("number", number);
    if (term.due() != null) {
      members.put("dueDate", term.due().day());
      members.put("dueAt", term.due().end());
    }
    members.put("terms", TermsView.of(term, registers));
    return members;
  }

  /** The term as the last of these events has counted it; none where none has. */
  static Optional<RequestTerm> term(Appended appended) {
    return appended.events().reversed().stream()
        .map(CommittedEvent::data)
        .filter(RequestEvent.class::isInstance)
        .flatMap(event -> term((RequestEvent) event).stream())
        .findFirst();
  }

  private static Optional<RequestTerm> term(RequestEvent event) {
    return switch (event) {
      case RequestEvent.RequestReceived it -> Optional.of(it.term());
      case RequestEvent.RequestPaused it -> Optional.of(it.term());
      case RequestEvent.RequestResumed it -> Optional.of(it.term());
      case RequestEvent.RequestExtended it -> Optional.of(it.term());
      case RequestEvent.RequestRecomputed it -> Optional.of(it.term());
      case RequestEvent.SubjectLinked it -> Optional.empty();
      case RequestEvent.IdentityVerified it -> Optional.empty();
      case RequestEvent.AuthorityChecked it -> Optional.empty();
      case RequestEvent.RequestAnswered it -> Optional.empty();
      case RequestEvent.RequestRefused it -> Optional.empty();
      case RequestEvent.RequestOverdue it -> Optional.empty();
      case RequestEvent.RequestRead it -> Optional.empty();
      case RequestEvent.RequestTextDestroyed it -> Optional.empty();
    };
  }
}
