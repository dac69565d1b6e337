package org.consentledger.api.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** P3: decisions by the thousand, against look-ups of the same rows by primary key. */
final class DecideBatch implements Row {

  private static final int AT_ONCE = 1000;

  @Override
  public String name() {
    return "P3";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    try (Connection connection = scene.database().open();
        PreparedStatement lookUp =
            connection.prepareStatement(
                "select subject_id, state::text from current_subject where subject_id = any(?)")) {
      return Comparison.warm(
              scene.settings().rounds(),
              round -> decisionsPerSecond(scene),
              round -> lookUpsPerSecond(scene, connection, lookUp))
          .rate(
              name(),
              "decisions in batches of 1000, one client",
              "the same rows by primary key, a prepared statement a batch, one connection",
              "decisions/s",
              0.5);
    }
  }

  private static double decisionsPerSecond(Scene scene) {
    long begun = System.nanoTime();
    int batch = 0;
    for (; Scene.seconds(begun) < scene.settings().each().toSeconds(); batch++) {
      String questions =
          subjects(scene, batch)
              .mapToObj(i -> DecideOne.question(scene, i))
              .collect(Collectors.joining("\n"));
      String answers =
          scene.ledger().client().postLines("/api/v1/decisions/batch", questions).text();
      if (answers.lines().filter(line -> line.contains("\"PERMIT\"")).count() != AT_ONCE) {
        throw new IllegalStateException("Not all were permitted: " + answers.lines().findFirst());
      }
    }
    return batch * AT_ONCE / Scene.seconds(begun);
  }

  private static double lookUpsPerSecond(
      Scene scene, Connection connection, PreparedStatement lookUp) throws Exception {
    long begun = System.nanoTime();
    int batch = 0;
    for (; Scene.seconds(begun) < scene.settings().each().toSeconds(); batch++) {
      UUID[] subjects =
          subjects(scene, batch)
              .mapToObj(i -> UUID.fromString(scene.population().subjects().get(i)))
              .toArray(UUID[]::new);
      lookUp.setArray(1, connection.createArrayOf("uuid", subjects));
      try (ResultSet rows = lookUp.executeQuery()) {
        while (rows.next()) {
          rows.getString(2);
        }
      }
    }
    return batch * AT_ONCE / Scene.seconds(begun);
  }

  private static IntStream subjects(Scene scene, int batch) {
    int known = scene.population().subjects().size();
    return IntStream.range(0, AT_ONCE)
        .map(i -> (int) ((batch * (long) AT_ONCE + i) * 7_919L % known));
  }
}
