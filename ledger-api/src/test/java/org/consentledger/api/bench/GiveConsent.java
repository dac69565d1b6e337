package org.consentledger.api.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.consentledger.api.bench.SocketLoad.Latencies;

/** P1: consents over HTTP, against durable inserts of such rows, one a transaction. */
final class GiveConsent implements Row {

  private static final String LIKE_EVENT =
      """
      insert into bench_limit.event
        (position, event_id, aggregate_type, aggregate_id, sequence, name, revision, recorded_at, payload, metadata)
      select ?, ?, aggregate_type, ?, 1, name, revision, recorded_at, payload, metadata
      from bench_limit.sample
      """;

  @Override
  public String name() {
    return "P1";
  }

  @Override
  public Finding measure(Scene scene) throws Exception {
    BenchedDatabase database = scene.database();
    perSecond(scene);
    prepareInserts(database);
    Comparison comparison =
        Comparison.warm(
            scene.settings().rounds(), round -> perSecond(scene), round -> insertsPerSecond(scene));
    database.execute("drop table bench_limit.event, bench_limit.sample");
    Finding finding =
        comparison.rate(
            name(),
            "give consent over HTTP, %d clients, %d subjects"
                .formatted(scene.settings().clients(), scene.population().subjects().size()),
            "durable INSERT of a row of its shape, as many connections",
            "consents/s",
            0.5);
    Latencies latencies =
        new SocketLoad()
            .atRate(
                scene.ledger(),
                requests(scene),
                scene.settings().clients(),
                Finding.median(comparison.worked()) / 2,
                scene.settings().each().multipliedBy(2));
    return finding.noting(latencies.toString());
  }

  /** Consents a second; as many events must be there afterwards. */
  static double perSecond(Scene scene) throws Exception {
    return perSecond(scene, scene.settings().each());
  }

  private static double perSecond(Scene scene, Duration time) throws Exception {
    List<Request> requests = requests(scene);
    long before = scene.database().number("select max(position) from event");
    double perSecond =
        scene.load().perSecond(scene.ledger(), requests, scene.settings().clients(), time);
    long recorded = scene.database().number("select max(position) from event") - before;
    if (recorded < 0.95 * perSecond * time.toSeconds()) {
      throw new IllegalStateException(recorded + " events are fewer than what was answered.");
    }
    return perSecond;
  }

  private static List<Request> requests(Scene scene) {
    String purpose = scene.population().furtherPurpose();
    return scene.population().subjects().stream()
        .limit(200_000)
        .map(
            subject ->
                new Request(
                    "/api/v1/subjects/" + subject + "/consents",
                    """
                    {"purposeId":"%s","policyVersion":"1.0","language":"kk","channel":"WEB","givenBy":{"role":"SUBJECT"}}\
                    """
                        .formatted(purpose)))
        .toList();
  }

  private static void prepareInserts(BenchedDatabase database) throws Exception {
    database.execute(
        """
        drop table if exists bench_limit.event, bench_limit.sample;
        create table bench_limit.event (like public.event including all);
        create table bench_limit.sample as
          select * from public.event where name = 'consent.given' order by position desc limit 1
        """);
  }

  private static double insertsPerSecond(Scene scene) throws Exception {
    AtomicLong position = new AtomicLong();
    scene.database().execute("truncate bench_limit.event");
    List<long[]> inserted =
        SocketLoad.onAll(
            scene.settings().clients(),
            client -> {
              try (Connection connection = scene.database().open();
                  PreparedStatement insert = connection.prepareStatement(LIKE_EVENT)) {
                long last = System.nanoTime() + scene.settings().each().toNanos();
                long count = 0;
                for (; System.nanoTime() < last; count++) {
                  insert.setLong(1, position.incrementAndGet());
                  insert.setObject(2, UUID.randomUUID());
                  insert.setString(3, UUID.randomUUID().toString());
                  insert.executeUpdate();
                }
                return new long[] {count};
              }
            });
    return inserted.stream().mapToLong(count -> count[0]).sum()
        / (double) scene.settings().each().toSeconds();
  }
}
