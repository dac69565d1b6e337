package org.consentledger.api.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.consentledger.api.history.Event;
import org.consentledger.projections.history.EventSelection;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.history.HistoryQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One follower. It reads a page, writes it, and only then reads the next: what a slow one does not
 * take stays in the database, and its thread waits without a connection.
 */
final class Feed {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int PAGE = 200;
  private static final String RECONNECT_MILLIS = "2000";

  private final HistoryFeed history;
  private final OpenFeeds feeds;
  private final JsonMapper json;
  private final OutputStream out;
  private final EventSelection selection;
  private final Duration heartbeat;
  private long at;
  private long told;
  private long writtenAt = System.nanoTime();

  /**
   * A follower.
   *
   * @param after the position after which it begins
   */
  Feed(
      HistoryFeed history,
      OpenFeeds feeds,
      JsonMapper json,
      OutputStream out,
      EventSelection selection,
      Duration heartbeat,
      long after) {
    this.history = history;
    this.feeds = feeds;
    this.json = json;
    this.out = out;
    this.selection = selection;
    this.heartbeat = heartbeat;
    this.at = after;
    this.told = after;
  }

  /**
   * Tells of events until it must end, or has come to the last position.
   *
   * @param upTo the last position; none to go on for ever
   * @param tokenEnds when the follower's access token is over
   * @throws IOException where the follower is gone
   */
  void run(@Nullable Long upTo, @Nullable Instant tokenEnds) throws IOException {
    write("retry: " + RECONNECT_MILLIS + "\n\n");
    out.flush();
    try {
      Optional<FeedEnd> end = feeds.end(tokenEnds);
      while (end.isEmpty() && (upTo == null || at < upTo)) {
        step();
        end = feeds.end(tokenEnds);
      }
      if (end.isPresent()) {
        tell(end.get());
      }
    } catch (DataAccessException failure) {
      LOG.warn("A feed ends, because the database is away: {}", failure.getClass().getName());
      tell(FeedEnd.UNAVAILABLE);
    }
  }

  private void step() throws IOException {
    HistoryFeed.Page page = history.read(selection, at, PAGE);
    for (HistoryQuery.Item item : page.items()) {
      tell(item);
    }
    if (!page.items().isEmpty()) {
      out.flush();
    }
    boolean isNew = page.reached() > at;
    at = page.reached();
    if (System.nanoTime() - writtenAt >= heartbeat.toNanos()) {
      beat();
    }
    if (!isNew) {
      feeds.awaitBeyond(at);
    }
  }

  private void tell(HistoryQuery.Item item) throws IOException {
    write(
        "id: %d\nevent: %s\ndata: %s\n\n"
            .formatted(item.position(), item.name(), json.writeValueAsString(Event.of(item))));
    told = item.position();
  }

  /**
   * Keeps the connection open. Where events were passed by that were not selected, it says so by an
   * identifier without data, which is no event: the next connection need not pass them again.
   */
  private void beat() throws IOException {
    write(": still here\n" + (at > told ? "id: " + at + "\n" : "") + "\n");
    out.flush();
    told = at;
  }

  private void tell(FeedEnd end) throws IOException {
    write("event: feed.ended\ndata: {\"reason\":\"" + end + "\"}\n\n");
    out.flush();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    writtenAt = System.nanoTime();
  }
}
