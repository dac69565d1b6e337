package org.consentledger.api.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was found for one row.
 *
 * @param row such as P1
 * @param work what was done
 * @param limit what it is compared with
 * @param unit of both
 * @param worked each round's work
 * @param limits each round's limit
 * @param aim what the ratio should be
 * @param isCost whether less is better: the ratio is then of a cost, and should be at most the aim
 * @param note what else is to be known; why there is nothing, where nothing could be measured
 */
record Finding(
    String row,
    String work,
    String limit,
    String unit,
    List<Double> worked,
    List<Double> limits,
    double aim,
    boolean isCost,
    @Nullable String note) {

  /** A row that could not be measured says why. */
  static Finding missing(String row, String why) {
    return new Finding(row, "not measured", "", "", List.of(), List.of(), 0, false, why);
  }

  boolean isMeasured() {
    return !worked.isEmpty();
  }

  /** Each round by its own limit. */
  List<Double> ratios() {
    return IntStream.range(0, worked.size())
        .mapToObj(round -> worked.get(round) / limits.get(round))
        .toList();
  }

  double ratio() {
    return median(ratios());
  }

  boolean isReached() {
    return isCost ? ratio() <= aim : ratio() >= aim;
  }

  Finding noting(String more) {
    return new Finding(
        row,
        work,
        limit,
        unit,
        worked,
        limits,
        aim,
        isCost,
        note == null ? more : note + "; " + more);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
