package org.consentledger.api.bench;

import java.io.OutputStream;

/** P5: everybody of whom something is permitted, against COPY of their identifiers. */
final class ListAudience implements Row {

  @Override
  public String name() {
    return "P5";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    long members = members(scene);
    return Comparison.warm(
            scene.settings().rounds(),
            round -> {
              long begun = System.nanoTime();
              long found = members(scene);
              return found / Scene.seconds(begun);
            },
            round -> {
              long begun = System.nanoTime();
              scene
                  .database()
                  .copyOut(
                      "select subject_id from current_footing where purpose_id = 'letters-a' order"
                          + " by subject_id",
                      OutputStream.nullOutputStream());
              return members / Scene.seconds(begun);
            })
        .rate(
            name(),
            "audience of %d, of %d subjects"
                .formatted(members, scene.population().subjects().size()),
            "COPY of the identifiers that the index of the purpose holds",
            "members/s",
            0.5);
  }

  static long members(Scene scene) {
    long[] members = new long[1];
    scene
        .ledger()
        .client()
        .eachLine("/api/v1/purposes/letters-a/audience?action=USE", line -> members[0]++);
    if (members[0] == 0) {
      throw new IllegalStateException("The audience is empty.");
    }
    return members[0];
  }
}
