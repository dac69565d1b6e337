package org.consentledger.api.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import org.consentledger.api.testing.LedgerClient;
import tools.jackson.databind.JsonNode;

/** P6: the archive of the whole history, against COPY of the event table. */
final class ExportArchive implements Row {

  @Override
  public String name() {
    return "P6";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    long events = scene.database().number("select max(position) from event");
    return Comparison.of(
            scene.settings().rounds(),
            round -> {
              long begun = System.nanoTime();
              write(scene);
              return events / Scene.seconds(begun);
            },
            round -> {
              long begun = System.nanoTime();
              scene
                  .database()
                  .copyOut(
                      "select * from event order by position", OutputStream.nullOutputStream());
              return events / Scene.seconds(begun);
            })
        .rate(
            name(),
            "export archive of %d events, from the request until it is done".formatted(events),
            "COPY of the event table out",
            "events/s",
            0.3);
  }

  /** Has an archive written; answers its identifier when it is done. */
  static String write(Scene scene) {
    LedgerClient ledger = scene.ledger().client();
    String export =
        LedgerClient.requireSuccess(ledger.post("/api/v1/exports", "{\"format\":\"ARCHIVE\"}"))
            .json()
            .get("exportId")
            .asString();
    Scene.await(
        () -> {
          JsonNode state = ledger.get("/api/v1/exports/" + export).json().get("state");
          if (state.asString().equals("FAILED")) {
            throw new IllegalStateException("The export failed.");
          }
          return state.asString().equals("DONE");
        });
    return export;
  }

  /** Has an archive written, and fetches it. */
  static Path fetch(Scene scene) {
    String export = write(scene);
    return scene
        .ledger()
        .client()
        .fetch(
            "/api/v1/exports/" + export + "/content",
            scene.settings().folder().resolve("archive.zip"));
  }
}
