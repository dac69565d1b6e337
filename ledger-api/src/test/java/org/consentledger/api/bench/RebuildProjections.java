package org.consentledger.api.bench;

import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.consentledger.api.testing.LedgerClient;
import tools.jackson.databind.JsonNode;

/**
 * P8: all projections anew from the first event on, against COPY out of the events and in of the
 * rows.
 */
final class RebuildProjections implements Row {

  /** What the streaming projections write. */
  private static final Set<String> TABLES =
      Set.of(
          "accuracy",
          "consent_search",
          "disposal",
          "due_consent",
          "history",
          "retention_due",
          "retention_review",
          "subject_search");

  @Override
  public String name() {
    return "P8";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    scene.awaitProjections();
    long events = scene.database().number("select max(position) from event");
    Map<String, byte[]> rows = scene.database().rows(TABLES::contains, "true");
    int projections = scene.ledger().client().get("/api/v1/projections").items().size();
    return Comparison.of(
            scene.settings().rounds(),
            round -> {
              long begun = System.nanoTime();
              rebuild(scene.ledger().client());
              return events / Scene.seconds(begun);
            },
            round -> {
              long begun = System.nanoTime();
              scene
                  .database()
                  .copyOut(
                      "select * from event order by position", OutputStream.nullOutputStream());
              double out = Scene.seconds(begun);
              return events / (out + scene.database().copyIn(rows));
            })
        .rate(
            name(),
            "rebuild of all %d projections of %d events".formatted(projections, events),
            "COPY of the events out and of the read models' rows in",
            "events/s",
            0.2);
  }

  private static void rebuild(LedgerClient ledger) {
    for (JsonNode each : ledger.get("/api/v1/projections").items()) {
      LedgerClient.requireSuccess(
          ledger.post("/api/v1/projections/" + each.get("name").asString() + "/rebuild", ""));
    }
    Scene.await(
        () ->
            ledger.get("/api/v1/projections").items().stream()
                .allMatch(RebuildProjections::isDone));
  }

  private static boolean isDone(JsonNode projection) {
    JsonNode rebuild = projection.get("rebuild");
    if (rebuild.hasNonNull("failure")) {
      throw new IllegalStateException("A rebuild failed: " + projection);
    }
    return rebuild.hasNonNull("finishedAt");
  }
}
