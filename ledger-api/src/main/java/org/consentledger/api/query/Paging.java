package org.consentledger.api.query;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cuts lists into pages, or streams them whole as NDJSON in constant memory. */
@Component
public final class Paging {

  /** {@code application/x-ndjson}: one JSON value a line. */
  public static final String NDJSON = "application/x-ndjson";

  /** The page size where none is asked for. */
  public static final String DEFAULT_LIMIT = "100";

  /** The largest page. */
  public static final int MOST = 1000;

  private final JsonMapper json;

  Paging(JsonMapper json) {
    this.json = json;
  }

  /**
   * One page.
   *
   * @param after the cursor that the caller sent, if any
   * @param find finds at most so many items after a place
   * @param placeOf the place of an item, in the list's own order
   */
  public <T> Page<T> page(
      int limit,
      @Nullable String after,
      BiFunction<@Nullable String, Integer, List<T>> find,
      Function<T, String> placeOf) {
    if (limit < 1 || limit > MOST) {
      throw invalid("limit is a number from 1 to " + MOST + ".");
    }
    List<T> found = find.apply(after == null ? null : decode(after), limit + 1);
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, encode(placeOf.apply(items.getLast())));
  }

  /**
   * The whole list, one item a line. Where reading fails after the answer began, its last line says
   * so.
   */
  public <T> void stream(
      HttpServletResponse response,
      BiFunction<@Nullable String, Integer, List<T>> find,
      Function<T, String> placeOf)
      throws IOException {
    List<T> items = find.apply(null, MOST);
    response.setContentType(NDJSON);
    OutputStream out = response.getOutputStream();
    while (!items.isEmpty()) {
      for (T item : items) {
        out.write(json.writeValueAsBytes(item));
        out.write('\n');
      }
      try {
        items = items.size() < MOST ? List.of() : find.apply(placeOf.apply(items.getLast()), MOST);
      } catch (RuntimeException failure) {
        if (!response.isCommitted()) {
          throw failure;
        }
        out.write(
            json.writeValueAsBytes(
                BrokenOff.because(
                    failure,
                    "LIST_INCOMPLETE",
                    "The list broke off here: there may be more. Ask again.")));
        out.write('\n');
        items = List.of();
      }
    }
    out.flush();
  }

  private static String encode(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noCursor) {
      throw invalid("after takes the value of next, as it was given.");
    }
  }

  /** The place as a position of the history. */
  public static long position(@Nullable String place) {
    try {
      return place == null ? 0 : Long.parseLong(place);
    } catch (NumberFormatException noPlace) {
      throw invalid("after takes the value of next, as it was given.");
    }
  }

  /** The problem of a parameter of a list. */
  public static ProblemException invalid(String detail) {
    return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "INVALID_PARAMETER", detail));
  }
}
