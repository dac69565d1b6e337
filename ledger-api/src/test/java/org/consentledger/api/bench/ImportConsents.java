package org.consentledger.api.bench;

import java.util.List;

/** P4: import of consents for new people, against COPY of all rows that came of it. */
final class ImportConsents implements Row {

  @Override
  public String name() {
    return "P4";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    int people = people(scene.settings());
    long[] before = new long[1];
    return Comparison.of(
            scene.settings().rounds(),
            round -> {
              before[0] = scene.database().number("select pg_current_xact_id()::text");
              return eventsPerSecond(scene, people);
            },
            round -> {
              scene.awaitProjections();
              return 2
                  * people
                  / scene
                      .database()
                      .copyIn(
                          scene
                              .database()
                              .rows(table -> true, "xmin::text::bigint > " + before[0]));
            })
        .rate(
            name(),
            "import of %d new people, each with a consent, NDJSON".formatted(people),
            "COPY of all rows that came of it into empty tables of the same shape",
            "events/s",
            0.2);
  }

  static int people(BenchSettings settings) {
    return Math.clamp(settings.subjects() / 5, 100, 10_000);
  }

  static double eventsPerSecond(Scene scene, int people) {
    long begun = System.nanoTime();
    List<String> subjects = scene.population().register(people);
    scene
        .population()
        .importAll(people, i -> Population.consent(subjects.get(i), Population.purpose(i)));
    return 2 * people / Scene.seconds(begun);
  }
}
