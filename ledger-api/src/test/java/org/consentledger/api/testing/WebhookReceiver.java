package org.consentledger.api.testing;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that is told of events, over real HTTP. */
public final class WebhookReceiver implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final HttpServer server;
  private final List<Received> received = new ArrayList<>();
  private volatile Behaviour behaviour = (message, exchange) -> reply(exchange, 204);

  /** A message as it came. */
  public record Received(String body, Map<String, List<String>> headers, long nanoTime) {

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }

    public String id() {
      return header("webhook-id");
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public long position() {
      return json().at("/data/position").asLong();
    }

    public String type() {
      return json().get("type").asString();
    }

    public String subject() {
      return json().at("/data/subjectId").asString("");
    }

    /** Whether the public library takes it as signed by this secret. */
    public boolean isSignedBy(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch (WebhookVerificationException wrong) {
        return false;
      } catch (EmptyWebhookSecretException none) {
        throw new AssertionError(none);
      }
    }
  }

  /** What the service does with a message. */
  @FunctionalInterface
  public interface Behaviour {
    void take(Received message, HttpExchange exchange) throws IOException;
  }

  private WebhookReceiver(HttpServer server) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  public static WebhookReceiver start() {
    return at(0);
  }

  /** At the place of one that ended. */
  public static WebhookReceiver at(int port) {
    try {
      return new WebhookReceiver(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://localhost:" + port() + "/events";
  }

  /** From now on it does this with each message, after it has noted it. */
  public void does(Behaviour wanted) {
    behaviour = wanted;
  }

  /** From now on it answers so. */
  public void answers(int status) {
    behaviour = (message, exchange) -> reply(exchange, status);
  }

  public static void reply(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received message =
        new Received(body, new HashMap<>(exchange.getRequestHeaders()), System.nanoTime());
    synchronized (received) {
      received.add(message);
      received.notifyAll();
    }
    behaviour.take(message, exchange);
  }

  public List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** Waits until so many messages of this kind came; answers them. */
  public List<Received> await(int count, Predicate<Received> kind) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    synchronized (received) {
      List<Received> found = received.stream().filter(kind).toList();
      while (found.size() < count) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError(found.size() + " messages came instead of " + count + ".");
        }
        try {
          received.wait(Math.max(1, left / 1_000_000));
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new AssertionError(interrupted);
        }
        found = received.stream().filter(kind).toList();
      }
      return found;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
