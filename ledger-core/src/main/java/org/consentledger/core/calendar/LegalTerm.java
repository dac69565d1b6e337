package org.consentledger.core.calendar;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take, while this row is in force.
 *
 * @param article where the term is from
 * @param trigger what it begins with
 * @param length how many days, from 1 to {@link #LONGEST}
 * @param unit which days
 * @param inForceFrom the first moment at which the row holds; none means that nothing was before it
 * @param inForceUntil the first moment at which it no longer holds; none means that it has no end
 * @param certainty how sure its source is
 */
public record LegalTerm(
    LegalTermId id,
    String article,
    String trigger,
    int length,
    TermUnit unit,
    @JsonSetter(nulls = Nulls.SET) @Nullable Instant inForceFrom,
    @JsonSetter(nulls = Nulls.SET) @Nullable Instant inForceUntil,
    Certainty certainty) {

  /** The longest term, in days of its unit. */
  public static final int LONGEST = 366;

  /**
   * Takes a row that makes sense.
   *
   * @throws IllegalArgumentException where the length is out of range, or the end is not after the
   *     beginning
   */
  public LegalTerm {
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "a term has 1 to " + LONGEST + " days, " + id.code() + " has " + length);
    }
    if (inForceFrom != null && inForceUntil != null && !inForceUntil.isAfter(inForceFrom)) {
      throw new IllegalArgumentException(id.code() + " ends before it begins");
    }
  }

  /** Whether the row holds at a moment. */
  public boolean isInForceAt(Instant moment) {
    return (inForceFrom == null || !moment.isBefore(inForceFrom))
        && (inForceUntil == null || moment.isBefore(inForceUntil));
  }
}
