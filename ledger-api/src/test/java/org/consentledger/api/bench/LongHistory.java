package org.consentledger.api.bench;

import java.util.List;
import org.consentledger.api.testing.LedgerClient;

/**
 * P11: a command about somebody with ten thousand records of processing, against somebody with ten.
 */
final class LongHistory implements Row {

  private static final int FEW = 10;
  private static final int MANY = 10_000;
  private static final int COMMANDS = 200;

  @Override
  public String name() {
    return "P11";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    List<String> subjects = scene.population().register(2);
    String few = used(scene, subjects.getFirst(), FEW);
    String many = used(scene, subjects.getLast(), MANY);
    return Comparison.warm(
            scene.settings().rounds(), round -> command(scene, many), round -> command(scene, few))
        .cost(
            name(),
            "a command about a subject with %d processing records, one client".formatted(MANY),
            "about one with %d".formatted(FEW),
            "ms",
            1.2);
  }

  private static String used(Scene scene, String subject, int times) {
    String purpose = Population.purpose(0);
    scene.population().importAll(1, i -> Population.consent(subject, purpose));
    scene.population().importAll(times, i -> Population.use(subject, purpose));
    return subject;
  }

  /** Milliseconds for each of many commands, one after the other. */
  private static double command(Scene scene, String subject) {
    long begun = System.nanoTime();
    for (int i = 0; i < COMMANDS; i++) {
      LedgerClient.requireSuccess(
          scene.ledger().client().giveConsent(subject, "letters-b", Population.POLICY, ""));
    }
    return Scene.seconds(begun) * 1000 / COMMANDS;
  }
}
