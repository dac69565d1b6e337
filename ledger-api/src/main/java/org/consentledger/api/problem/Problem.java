package org.consentledger.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An error as RFC 9457 describes it. Neither detail nor errors may repeat what the caller sent: it
 * may be personal data, and answers end up in other people's logs.
 *
 * @param type {@code urn:consent-ledger:problem:} and the code in lower case
 * @param title the code in words
 * @param status the HTTP status
 * @param detail what is wrong this time, for a person
 * @param instance names this occurrence, and the line in the log that belongs to it
 * @param code stable, upper case, for programs
 * @param clause the clause of the policy that the refusal rests on
 * @param errors which parts of the input are wrong
 * @param extensions further members, such as {@code subjectId}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    URI type,
    String title,
    int status,
    @Nullable String detail,
    URI instance,
    String code,
    @Nullable String clause,
    List<InvalidInput> errors,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

  /** {@code application/problem+json}. */
  public static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

  public Problem {
    errors = List.copyOf(errors);
    extensions = Map.copyOf(extensions);
  }

  /** A new occurrence. The code is a constant of the program, in upper case with underscores. */
  public static Problem of(HttpStatusCode status, String code, @Nullable String detail) {
    String words = code.toLowerCase(Locale.ROOT);
    return new Problem(
        URI.create("urn:consent-ledger:problem:" + words.replace('_', '-')),
        code.charAt(0) + words.substring(1).replace('_', ' '),
        status.value(),
        detail,
        URI.create("urn:uuid:" + UUID.randomUUID()),
        code,
        null,
        List.of(),
        Map.of());
  }

  /** The same occurrence, resting on a clause of the policy such as {@code 8.4}. */
  public Problem withClause(@Nullable String clause) {
    return new Problem(type, title, status, detail, instance, code, clause, errors, extensions);
  }

  /** The same occurrence, naming the parts of the input that are wrong. */
  public Problem withErrors(List<InvalidInput> errors) {
    return new Problem(type, title, status, detail, instance, code, clause, errors, extensions);
  }

  /** The same occurrence with a further member of the answer. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new Problem(type, title, status, detail, instance, code, clause, errors, more);
  }

  /** The answer of a controller or an exception handler. */
  public ResponseEntity<Problem> toResponse() {
    return ResponseEntity.status(status).contentType(MEDIA_TYPE).body(this);
  }
}
