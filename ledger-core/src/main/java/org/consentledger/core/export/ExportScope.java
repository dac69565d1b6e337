package org.consentledger.core.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which events an export holds; what is missing does not limit it.
 *
 * @param from recorded at this moment or later
 * @param to recorded before this moment
 * @param subjectId of this subject
 * @param requestId of those about whom this request of the authorised body asks
 * @param types of these stored names; none for all
 */
public record ExportScope(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable SubjectId subjectId,
    @Nullable RequestId requestId,
    SortedSet<String> types) {

  /** Copies the set. */
  public ExportScope {
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
  }

  /** Whether it is the whole history, so that the whole tree can prove it. */
  @JsonIgnore
  public boolean isWhole() {
    return from == null && to == null && subjectId == null && requestId == null && types.isEmpty();
  }
}
