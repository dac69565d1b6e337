package org.consentledger.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** P10: the same work again and again while the ledger grows. */
final class Growth {

  private static final int HISTORIES = 200;

  private final List<Long> sizes = new ArrayList<>();
  private final List<Double> consents = new ArrayList<>();
  private final List<Double> decisions = new ArrayList<>();
  private final List<Double> histories = new ArrayList<>();

  /** Measures at the size that there is now. */
  void look(Scene scene) throws Exception {
    sizes.add(scene.database().number("select max(position) from event"));
    consents.add(median(scene, () -> GiveConsent.perSecond(scene)));
    decisions.add(median(scene, () -> DecideOne.perSecond(scene)));
    histories.add(median(scene, () -> history(scene)));
  }

  List<Finding> findings() {
    if (this.sizes.isEmpty()) {
      return List.of();
    }
    String sizes =
        " at %d events, against %d".formatted(this.sizes.getLast(), this.sizes.getFirst());
    return List.of(
        growth("give consent" + sizes, "consents/s", consents, false),
        growth("one decision" + sizes, "answers/s", decisions, false),
        growth("a subject's history" + sizes, "ms", histories, true));
  }

  List<Chart> charts() {
    if (sizes.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Chart("growth-consents.svg", "Consents given", "consents a second", sizes, consents),
        new Chart("growth-decisions.svg", "Decisions", "answers a second", sizes, decisions),
        new Chart("growth-history.svg", "A subject's history", "milliseconds", sizes, histories));
  }

  private static Finding growth(String work, String unit, List<Double> values, boolean isCost) {
    return new Finding(
        "P10",
        work,
        "the first size",
        unit,
        List.of(values.getLast()),
        List.of(values.getFirst()),
        isCost ? 1.2 : 1 / 1.2,
        isCost,
        null);
  }

  @FunctionalInterface
  private interface Measured {
    double once() throws Exception;
  }

  /** The first warms up and is not counted. */
  private static double median(Scene scene, Measured work) throws Exception {
    work.once();
    List<Double> values = new ArrayList<>();
    for (int round = 0; round < scene.settings().rounds(); round++) {
      values.add(work.once());
    }
    return Finding.median(values);
  }

  private static double history(Scene scene) {
    List<String> subjects = scene.population().subjects();
    return Finding.median(
        IntStream.range(0, HISTORIES)
            .mapToObj(i -> subjects.get((int) (i * 7_919L % subjects.size())))
            .map(
                subject -> {
                  long begun = System.nanoTime();
                  scene.ledger().client().get("/api/v1/subjects/" + subject + "/history").items();
                  return Scene.seconds(begun) * 1000;
                })
            .toList());
  }
}
