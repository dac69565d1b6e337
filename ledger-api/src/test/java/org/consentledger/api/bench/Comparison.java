package org.consentledger.api.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A work and its limit, one after the other in each round, so that whatever else the machine does
 * meets both.
 */
record Comparison(List<Double> worked, List<Double> limits) {

  /** Measures something once. */
  @FunctionalInterface
  interface Measured {
    double once(int round) throws Exception;
  }

  /** The first time of both warms up and is not counted. */
  static Comparison warm(int rounds, Measured work, Measured limit) throws Exception {
    work.once(-1);
    limit.once(-1);
    return of(rounds, work, limit);
  }

  static Comparison of(int rounds, Measured work, Measured limit) throws Exception {
    List<Double> worked = new ArrayList<>();
    List<Double> limits = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      worked.add(work.once(round));
      limits.add(limit.once(round));
    }
    return new Comparison(worked, limits);
  }

  Finding rate(String row, String work, String limit, String unit, double aim) {
    return new Finding(row, work, limit, unit, worked, limits, aim, false, null);
  }

  Finding cost(String row, String work, String limit, String unit, double aim) {
    return new Finding(row, work, limit, unit, worked, limits, aim, true, null);
  }
}
