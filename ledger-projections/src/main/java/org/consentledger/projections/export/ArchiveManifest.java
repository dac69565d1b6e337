package org.consentledger.projections.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consentledger.core.eventstore.LedgerJson;
import org.consentledger.core.export.ExportScope;
import org.consentledger.core.log.StoredCheckpoint;
import org.consentledger.core.log.note.Checkpoint;

/**
 * What an archive is.
 *
 * @param counts how many events it holds of each stored name
 */
record ArchiveManifest(
    ExportScope scope, StoredCheckpoint signed, Map<String, Long> counts, Instant createdAt) {

  private static final String FORMAT = "consent-ledger/archive/v1";

  Checkpoint checkpoint() {
    return Checkpoint.parse(signed.note().text());
  }

  long events() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  String json() {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("format", FORMAT);
    manifest.put("kind", scope.isWhole() ? "WHOLE" : "SELECTION");
    manifest.put("origin", checkpoint().origin());
    manifest.put("size", signed.size());
    manifest.put("events", events());
    manifest.put("createdAt", createdAt.toString());
    if (scope.from() != null) {
      manifest.put("from", scope.from().toString());
    }
    if (scope.to() != null) {
      manifest.put("to", scope.to().toString());
    }
    if (scope.subjectId() != null) {
      manifest.put("subjectId", scope.subjectId().toString());
    }
    if (scope.requestId() != null) {
      manifest.put("requestId", scope.requestId().toString());
    }
    if (!scope.types().isEmpty()) {
      manifest.put("types", scope.types());
    }
    try {
      return LedgerJson.mapper().writeValueAsString(manifest) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
