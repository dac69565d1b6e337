package org.consentledger.api.request;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists requests, the first due first; those whose term rests come last. */
@Component
public final class RequestLists {

  private static final String NEVER = "-";

  private final Requests requests;
  private final Paging paging;
  private final Clock clock;

  RequestLists(Requests requests, Paging paging, Clock clock) {
    this.requests = requests;
    this.paging = paging;
    this.clock = clock;
  }

  /** Some of them, from a place on. */
  public Page<RequestSummary> page(Requests.Filter filter, int limit, @Nullable String after) {
    Instant now = clock.instant();
    return paging.page(
        limit, after, (place, most) -> find(filter, now, place, most), RequestLists::place);
  }

  /** All of them, one a line. */
  void stream(Requests.Filter filter, HttpServletResponse response) throws IOException {
    Instant now = clock.instant();
    paging.stream(response, (place, most) -> find(filter, now, place, most), RequestLists::place);
  }

  private List<RequestSummary> find(
      Requests.Filter filter, Instant now, @Nullable String place, int most) {
    return requests.find(filter, now, place == null ? null : readPlace(place), most).stream()
        .map(request -> RequestSummary.of(request, now))
        .toList();
  }

  private static String place(RequestSummary request) {
    return (request.dueAt() == null ? NEVER : request.dueAt()) + " " + request.requestId();
  }

  private static Requests.Place readPlace(String place) {
    String[] parts = place.split(" ", -1);
    try {
      if (parts.length == 2) {
        return new Requests.Place(
            parts[0].equals(NEVER) ? null : Instant.parse(parts[0]), readId(parts[1]));
      }
    } catch (DateTimeException noPlace) {
      // Told below.
    }
    throw Paging.invalid("after takes the value of next, as it was given.");
  }

  static RequestId readId(String text) {
    try {
      return new RequestId(UUID.fromString(text));
    } catch (IllegalArgumentException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }
}
