package org.consentledger.api.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the history as the standard of server-sent events has it, and remembers where it is. */
final class FeedClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String address;
  private final String token;
  private String lastEventId = "";

  /** An event that was dispatched. */
  record Told(String id, String event, String data) {
    JsonNode json() {
      return JSON.readTree(data);
    }

    long position() {
      return Long.parseLong(id);
    }
  }

  FeedClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  String lastEventId() {
    return lastEventId;
  }

  void beginsAfter(String id) {
    lastEventId = id;
  }

  HttpResponse<InputStream> open(String query) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/events/feed" + query))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Follows from the last event it has until it has had enough, or the feed ends. */
  void follow(String query, Predicate<Told> goesOn) {
    HttpResponse<InputStream> response = open(query);
    if (response.statusCode() != 200) {
      throw new AssertionError("The feed answers " + response.statusCode());
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      read(lines, goesOn);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read(BufferedReader lines, Predicate<Told> goesOn) throws IOException {
    String id = lastEventId;
    String event = "";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "id" -> id = value;
        case "event" -> event = value;
        case "data" -> data.append(value);
        default -> {}
      }
      if (line.isEmpty()) {
        lastEventId = id;
        if (!data.isEmpty() && !goesOn.test(new Told(id, event, data.toString()))) {
          return;
        }
        event = "";
        data.setLength(0);
      }
    }
  }
}
