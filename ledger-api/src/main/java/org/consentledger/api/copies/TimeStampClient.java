package org.consentledger.api.copies;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.consentledger.core.log.TimeStamp;
import org.consentledger.core.log.merkle.Hasher;

/** Asks an authority over HTTP for time stamps, as RFC 3161 has it in section 3.4. */
final class TimeStampClient {

  private static final int LONGEST_ANSWER = 256 * 1024;
  private static final int NONCE_BITS = 64;

  private final HttpClient http;
  private final URI address;
  private final StampVerifier verifier;
  private final Duration timeout;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** What the authority answered. */
  sealed interface Answer {
    /** It stamped, and the stamp was verified. */
    record Stamped(TimeStamp stamp) implements Answer {}

    /** Something else. */
    record Refused(Failure failure, String detail) implements Answer {}
  }

  TimeStampClient(
      HttpClient http, URI address, StampVerifier verifier, Duration timeout, Clock clock) {
    this.http = http;
    this.address = address;
    this.verifier = verifier;
    this.timeout = timeout;
    this.clock = clock;
  }

  String address() {
    return address.toString();
  }

  /** Asks for a stamp over the SHA-256 of these bytes. */
  Answer stamp(byte[] bytes) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            TSPAlgorithms.SHA256,
            Hasher.sha256().digest(bytes),
            new BigInteger(NONCE_BITS, random));
    try {
      HttpResponse<byte[]> response =
          http.send(
              post(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
      return response.statusCode() == 200
          ? read(request, bytes, response.body())
          : new Answer.Refused(
              Failure.SERVER_ERROR, "it answers with status " + response.statusCode());
    } catch (HttpTimeoutException late) {
      return new Answer.Refused(Failure.TIMEOUT, "it does not answer in time");
    } catch (IOException failure) {
      return new Answer.Refused(Failure.UNREACHABLE, "it cannot be reached");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Refused(Failure.UNREACHABLE, "the ledger ends");
    }
  }

  private HttpRequest post(TimeStampRequest request) throws IOException {
    return HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header("Content-Type", "application/timestamp-query")
        .header("Accept", "application/timestamp-reply")
        .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
        .build();
  }

  private Answer read(TimeStampRequest request, byte[] stamped, byte[] body) {
    TimeStampResponse response;
    try {
      response = new TimeStampResponse(body);
    } catch (IOException | TSPException malformed) {
      return new Answer.Refused(Failure.MALFORMED, "its answer is no time stamp");
    }
    TimeStampToken token = response.getTimeStampToken();
    if (token == null) {
      return new Answer.Refused(
          Failure.REJECTED, "it refuses to stamp (" + response.getStatusString() + ")");
    }
    try {
      response.validate(request);
      verifier.verify(token);
    } catch (TSPException wrong) {
      return new Answer.Refused(
          Failure.WRONG_SIGNATURE, "its stamp does not verify: " + wrong.getMessage());
    }
    Instant stampedAt = token.getTimeStampInfo().getGenTime().toInstant();
    return new Answer.Stamped(new TimeStamp(address(), stamped, body, stampedAt, clock.instant()));
  }
}
