package org.consentledger.api.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.history.EventSelection;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.streaming.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The history as it grows, for services that follow it. */
@RestController
final class FeedController {

  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final HistoryFeed history;
  private final Progress progress;
  private final OpenFeeds feeds;
  private final FeedProperties properties;
  private final JsonMapper json;

  FeedController(
      HistoryFeed history,
      Progress progress,
      OpenFeeds feeds,
      FeedProperties properties,
      JsonMapper json) {
    this.history = history;
    this.progress = progress;
    this.feeds = feeds;
    this.properties = properties;
    this.json = json;
  }

  /**
   * Follows the history in its order, as server-sent events. The identifier of each is its
   * position: a client that sends the last one it has as {@code Last-Event-ID}, as EventSource does
   * by itself, misses none and gets none twice. {@code event} is the type, {@code data} the event
   * as readEvents answers it. An event {@code feed.ended} with a {@code reason} says why the ledger
   * ends the feed: SHUTTING_DOWN, LEDGER_HALTED, TOKEN_EXPIRED, UNAVAILABLE; connect again. It has
   * no identifier.
   *
   * @param subjectId events about this subject
   * @param type events of these stored names, such as {@code consent.withdrawn}, or families of
   *     them, such as {@code consent.*}
   * @param purposeId events about these purposes, and those about a subject as a whole, such as a
   *     block or a destruction
   * @param after the position after which it begins; with the next event where neither it nor
   *     {@code Last-Event-ID} is said. 0 is the beginning
   * @param lastEventId the position of the last event that the client has; it goes before {@code
   *     after}
   * @param follow whether it goes on for ever; if not, it ends with what had been recorded when it
   *     was asked for
   */
  @Operation(operationId = "followEvents")
  @ApiResponse(
      responseCode = "200",
      description = "The events, as server-sent events.",
      content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
  @GetMapping(path = "/api/v1/events/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void follow(
      @RequestParam(required = false) @Nullable SubjectId subjectId,
      @RequestParam(required = false) @Nullable List<String> type,
      @RequestParam(required = false) @Nullable List<PurposeId> purposeId,
      @RequestParam(required = false) @Nullable String after,
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
      @RequestParam(defaultValue = "true") boolean follow,
      Principal principal,
      HttpServletResponse response) {
    EventSelection selection =
        new EventSelection(
            types(type), Set.copyOf(Objects.requireNonNullElse(purposeId, List.of())), subjectId);
    long head = progress.head();
    long begin = begin(after, lastEventId, head);
    if (!feeds.enter()) {
      throw tooMany();
    }
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no"); // a proxy that collects would hold events back
      new Feed(
              history,
              feeds,
              json,
              response.getOutputStream(),
              selection,
              properties.heartbeat(),
              begin)
          .run(follow ? null : head, tokenEnds(principal));
    } catch (IOException gone) {
      // whoever followed has what it has, and goes on there when it comes back
    } finally {
      feeds.leave();
    }
  }

  private static Set<String> types(@Nullable List<String> asked) {
    List<String> types = Objects.requireNonNullElse(asked, List.of());
    if (!types.stream().allMatch(EventSelection::isType)) {
      throw Paging.invalid("type is the name of an event, or of a family such as consent.*.");
    }
    return Set.copyOf(types);
  }

  private static long begin(@Nullable String after, @Nullable String lastEventId, long head) {
    if (lastEventId != null) {
      return position(lastEventId, head, LAST_EVENT_ID, "INVALID_HEADER");
    }
    return after == null ? head : position(after, head, "after", "INVALID_PARAMETER");
  }

  /** A position beyond the last is one of another history, or of one that was set back. */
  private static long position(String text, long head, String name, String code) {
    if (!POSITION.matcher(text).matches() || Long.parseLong(text) > head) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.BAD_REQUEST,
              code,
              name + " takes the position of an event of this history, or 0."));
    }
    return Long.parseLong(text);
  }

  private static ProblemException tooMany() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "10");
    return new ProblemException(
        Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "TOO_MANY_REQUESTS",
            "As many follow the history here as this node allows. Try another, or wait."),
        headers);
  }

  private static @Nullable Instant tokenEnds(Principal principal) {
    return principal instanceof JwtAuthenticationToken token
        ? token.getToken().getExpiresAt()
        : null;
  }
}
