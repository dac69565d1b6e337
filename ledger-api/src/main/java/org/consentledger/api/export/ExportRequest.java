package org.consentledger.api.export;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What to export; what is missing does not limit it. No limit at all is the whole history, whose
 * archive holds the whole tree.
 *
 * @param from recorded at this moment or later
 * @param to recorded before this moment
 * @param subjectId of this subject
 * @param requestId of those about whom this request of the authorised body asks, within the period
 *     about which it asks; no other limit goes with it but types
 * @param types of these types, such as {@code consent.withdrawn}
 */
public record ExportRequest(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID subjectId,
    @Nullable UUID requestId,
    @Nullable @Size(max = 100) List<@NotNull @Size(max = 100) String> types,
    @NotNull ExportFormat format) {

  ExportScope scope() {
    if (requestId != null && (from != null || to != null || subjectId != null)) {
      throw invalid(
          "requestId says whom and which period it is about: send neither from, to nor subjectId.");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw invalid("from must be earlier than to.");
    }
    List<String> named = types == null ? List.of() : types;
    if (!EventNames.all().containsAll(named)) {
      throw invalid("types are names such as consent.given; see GET /api/v1/events.");
    }
    return new ExportScope(
        from,
        to,
        subjectId == null ? null : new SubjectId(subjectId),
        requestId == null ? null : new RequestId(requestId),
        new TreeSet<>(named));
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(
        Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID_INPUT", detail));
  }
}
