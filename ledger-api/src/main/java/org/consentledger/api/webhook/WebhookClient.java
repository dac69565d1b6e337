package org.consentledger.api.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages over HTTP. It follows no redirection, keeps nothing of what is answered but the
 * status, and ends every attempt in time, whatever the receiver does.
 */
final class WebhookClient implements AutoCloseable {

  private static final int CONNECTIONS_TO_ONE = 64;
  private static final int CONNECTIONS = 512;
  private static final int LONGEST_BODY = 64 * 1024;

  private final CloseableHttpClient http;
  private final Duration timeout;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor deadlines;

  WebhookClient(AddressGuard guard, Duration timeout, Clock clock) {
    this.timeout = timeout;
    this.clock = clock;
    Timeout longest = Timeout.of(timeout);
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(guard)
                    .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                    .setMaxConnTotal(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(longest)
                            .setSocketTimeout(longest)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(longest)
                    .setResponseTimeout(longest)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("consent-ledger")
            .build();
    this.deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("ledger-webhook-deadlines").daemon().factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /** Sends a message, signed with each of these secrets, and tells what came of it. */
  Attempt send(URI address, WebhookMessage message, List<String> secrets) {
    Instant now = clock.instant();
    HttpPost post = new HttpPost(address);
    post.setEntity(
        new StringEntity(
            message.body(), ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    post.setHeader("webhook-id", message.id());
    post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    post.setHeader("webhook-signature", message.signatures(secrets, now));
    ScheduledFuture<?> deadline =
        deadlines.schedule(post::abort, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return read(http.executeOpen(RoutingSupport.determineHost(post), post, null), post);
    } catch (IOException | HttpException failure) {
      return Attempt.failed(post.isAborted() ? Outcome.TIMEOUT : outcome(failure));
    } finally {
      deadline.cancel(false);
    }
  }

  /** The status decides; nothing that comes after it changes what it says. */
  private Attempt read(ClassicHttpResponse response, HttpPost post) {
    Attempt attempt =
        new Attempt(Outcome.of(response.getCode()), response.getCode(), retryAfter(response));
    try {
      if (!isAtItsEnd(response)) {
        post.abort(); // closing it would read on
      }
      response.close();
    } catch (IOException broken) {
      // so is the connection, which is not used again
    }
    return attempt;
  }

  /** Reads what little there may be, so that the connection can be used again. */
  private static boolean isAtItsEnd(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null || entity.getContent().readNBytes(LONGEST_BODY).length < LONGEST_BODY;
  }

  private static Outcome outcome(Exception failure) {
    return switch (failure) {
      case AddressRefused refused -> Outcome.ADDRESS_REFUSED;
      case UnknownHostException unknown -> Outcome.UNREACHABLE;
      case InterruptedIOException late -> Outcome.TIMEOUT; // of connecting and of reading
      case SSLException insecure -> Outcome.NOT_SECURE;
      default -> Outcome.UNREACHABLE;
    };
  }

  /** Seconds, or a date of HTTP; what is neither was not asked. */
  private @Nullable Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    if (header == null || header.getValue() == null) {
      return null;
    }
    String value = header.getValue().strip();
    try {
      return value.matches("[0-9]{1,9}")
          ? Duration.ofSeconds(Long.parseLong(value))
          : Duration.between(
              clock.instant(),
              ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException nonsense) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }
}
