package org.consentledger.api.bench;

import java.util.ArrayList;
import java.util.List;

/** P14: what tables and indexes grow by for each consent, against the JSON of its event. */
final class DiskSpace implements Row {

  @Override
  public String name() {
    return "P14";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    BenchedDatabase database = scene.database();
    List<Double> bytes = new ArrayList<>();
    List<Double> json = new ArrayList<>();
    for (int round = 0; round < scene.settings().rounds(); round++) {
      scene.awaitProjections();
      database.execute("vacuum");
      long before = database.bytes();
      long position = database.number("select max(position) from event");
      GiveConsent.perSecond(scene);
      scene.awaitProjections();
      Scene.await(() -> isSealed(database));
      database.execute("vacuum");
      bytes.add((database.bytes() - before) / (double) (head(database) - position));
      json.add(lengthAsAnswered(scene, position));
    }
    return new Finding(
        name(),
        "bytes of all tables and indexes for each consent event, vacuumed",
        "the event as JSON, as the history answers it",
        "bytes",
        bytes,
        json,
        5,
        true,
        "with leaf, salt, idempotency answer and read models; without the write-ahead log");
  }

  private static long head(BenchedDatabase database) throws Exception {
    return database.number("select max(position) from event");
  }

  private static boolean isSealed(BenchedDatabase database) {
    try {
      return database.number(
              "select (select max(position) from event) - (select max(position) from ledger_leaf)")
          == 0;
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static double lengthAsAnswered(Scene scene, long after) throws Exception {
    String subject =
        scene
            .database()
            .text(
                "select aggregate_id from event where name = 'consent.given' and position > "
                    + after
                    + " order by position limit 1");
    var items =
        scene
            .ledger()
            .client()
            .get("/api/v1/events?type=consent.given&limit=1000&subjectId=" + subject)
            .items();
    return items.getLast().toString().length();
  }
}
