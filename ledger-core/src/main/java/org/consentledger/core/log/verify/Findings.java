package org.consentledger.core.log.verify;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.core.log.verify.Finding.Code;

/** Findings in their order: the first hundred are kept, the others counted. */
final class Findings {

  private static final int MOST_KEPT = 100;

  private final List<Finding> kept = new ArrayList<>();
  private long total;

  void add(Code code, String message) {
    if (kept.size() < MOST_KEPT) {
      kept.add(new Finding(code, message));
    }
    total++;
  }

  void addAll(Findings more) {
    more.kept.stream().limit(MOST_KEPT - kept.size()).forEach(kept::add);
    total += more.total;
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }

  long total() {
    return total;
  }
}
