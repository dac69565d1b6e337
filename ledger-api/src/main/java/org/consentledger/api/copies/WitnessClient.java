package org.consentledger.api.copies;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.core.log.note.AddCheckpoint;
import org.consentledger.core.log.note.NotVerified;
import org.consentledger.core.log.note.NoteSignature;
import org.consentledger.core.log.note.VerifierKey;

/** Asks one witness over HTTP, as C2SP's tlog-witness has it; believes no answer unverified. */
final class WitnessClient {

  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

  private final HttpClient http;
  private final URI address;
  private final VerifierKey key;
  private final Duration timeout;

  /** What the witness answered. */
  sealed interface Answer {
    /** It cosigned; the line was verified. */
    record Cosigned(NoteSignature line) implements Answer {}

    /** The tree that it cosigned last is of another size than it was asked with. */
    record Holds(long size) implements Answer {}

    /** There is a conflict of which it tells no size: the trees of one size differ. */
    record Differs() implements Answer {}

    /** Something else. */
    record Refused(Failure failure, String detail) implements Answer {}
  }

  /**
   * A client of the witness with this submission prefix and key.
   *
   * @param timeout how long an answer may take
   */
  WitnessClient(HttpClient http, String prefix, VerifierKey key, Duration timeout) {
    this.http = http;
    this.address = URI.create(prefix.replaceFirst("/+$", "") + "/add-checkpoint");
    this.key = key;
    this.timeout = timeout;
  }

  VerifierKey key() {
    return key;
  }

  Answer add(AddCheckpoint request) {
    HttpRequest post =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(request.format()))
            .build();
    try {
      return read(
          request, http.send(post, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER)));
    } catch (HttpTimeoutException late) {
      return new Answer.Refused(Failure.TIMEOUT, "it does not answer in time");
    } catch (IOException failure) {
      return new Answer.Refused(Failure.UNREACHABLE, "it cannot be reached");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Refused(Failure.UNREACHABLE, "the ledger ends");
    }
  }

  private Answer read(AddCheckpoint request, HttpResponse<String> response) {
    int status = response.statusCode();
    return switch (status) {
      case 200 -> cosigned(request, response.body());
      case 409 -> conflict(response);
      case 403 ->
          new Answer.Refused(Failure.FORBIDDEN, "it does not trust the key of this log (403)");
      case 404 -> new Answer.Refused(Failure.NOT_FOUND, "it does not know this log (404)");
      case 422 ->
          new Answer.Refused(
              Failure.PROOF_REFUSED,
              "the proof that the log only grew since it cosigned last does not convince it (422):"
                  + " compare its newest checkpoint of this log with an export");
      default ->
          status >= 500
              ? new Answer.Refused(Failure.SERVER_ERROR, "it has an error of its own, " + status)
              : new Answer.Refused(Failure.REJECTED, "it answers with status " + status);
    };
  }

  private Answer cosigned(AddCheckpoint request, String body) {
    try {
      return request
          .cosignature(key, body)
          .<Answer>map(Answer.Cosigned::new)
          .orElseGet(
              () ->
                  new Answer.Refused(
                      Failure.WRONG_SIGNATURE, "it signs with another key than " + key));
    } catch (NotVerified wrong) {
      return new Answer.Refused(
          Failure.WRONG_SIGNATURE, "its cosignature is not of the key " + key);
    } catch (IllegalArgumentException malformed) {
      return new Answer.Refused(Failure.MALFORMED, "its answer does not hold signature lines");
    }
  }

  private static Answer conflict(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("text/x.tlog.size")) {
      return new Answer.Differs();
    }
    Matcher size = SIZE.matcher(response.body());
    return size.matches()
        ? new Answer.Holds(Long.parseLong(size.group(1)))
        : new Answer.Refused(Failure.MALFORMED, "it tells a size that is no number");
  }
}
