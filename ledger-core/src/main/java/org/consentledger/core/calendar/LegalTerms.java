package org.consentledger.core.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the law with all their rows. At every moment each term has exactly one row in force.
 * Not legal advice: each row says how sure its source is.
 */
public final class LegalTerms {

  private static final Comparator<LegalTerm> BY_BEGINNING =
      Comparator.comparing(
          LegalTerm::inForceFrom, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

  private final Map<LegalTermId, List<LegalTerm>> rows;

  private LegalTerms(List<LegalTerm> all) {
    rows = new EnumMap<>(LegalTermId.class);
    for (LegalTermId id : LegalTermId.values()) {
      List<LegalTerm> own =
          all.stream().filter(row -> row.id() == id).sorted(BY_BEGINNING).toList();
      requireUnbroken(id, own);
      rows.put(id, own);
    }
  }

  /** The rows that come with the program. */
  public static LegalTerms shipped() {
    return new LegalTerms(new DataFiles().shipped("legal-terms.json", new TypeReference<>() {}));
  }

  /**
   * The rows of a file.
   *
   * @throws CalendarUnusable where it is wrong, or a term has no row or two at some moment
   */
  static LegalTerms of(InputStream file) {
    return new LegalTerms(new DataFiles().read(file, new TypeReference<>() {}));
  }

  private static void requireUnbroken(LegalTermId id, List<LegalTerm> own) {
    boolean whole =
        !own.isEmpty()
            && own.getFirst().inForceFrom() == null
            && own.getLast().inForceUntil() == null;
    for (int i = 1; i < own.size(); i++) {
      @Nullable Instant until = own.get(i - 1).inForceUntil();
      whole = whole && until != null && until.equals(own.get(i).inForceFrom());
    }
    if (!whole) {
      throw new CalendarUnusable(
          "The legal terms are wrong: " + id.code() + " has no row, or several, at some moment.");
    }
  }

  /** All rows of a term, one after the other without a gap. */
  public List<LegalTerm> rows(LegalTermId id) {
    return rows.getOrDefault(id, List.of());
  }

  /** The row of a term that is in force at a moment. */
  public LegalTerm inForceAt(Instant moment, LegalTermId id) {
    return rows(id).stream().filter(row -> row.isInForceAt(moment)).findFirst().orElseThrow();
  }

  /** The rows that are in force at a moment, in the order of {@link LegalTermId}. */
  public List<LegalTerm> all(Instant moment) {
    List<LegalTerm> inForce = new ArrayList<>();
    for (LegalTermId id : LegalTermId.values()) {
      inForce.add(inForceAt(moment, id));
    }
    return List.copyOf(inForce);
  }
}
