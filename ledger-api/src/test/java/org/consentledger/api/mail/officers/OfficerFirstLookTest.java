package org.consentledger.api.mail.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consentledger.core.calendar.WorkingDays;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.projections.breaches.Breaches;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.requests.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A ledger that has a past when somebody is first named. */
class OfficerFirstLookTest {

  @Test
  void nobody_is_told_of_what_was_before_the_ledger_first_looked() {
    try (TestDatabase database = TestDatabase.create()) {
      JdbcClient owner = database.ownerClient();
      receive(owner, 1, UUID.randomUUID());
      receive(owner, 2, UUID.randomUUID());
      OfficerLookout lookout = lookout(database);
      lookout.look();
      assertThat(told(owner)).isEmpty();

      UUID after = UUID.randomUUID();
      receive(owner, 3, after);
      lookout.look();
      lookout(database).look();
      assertThat(told(owner)).containsExactly(after);
    }
  }

  private static Iterable<UUID> told(JdbcClient owner) {
    return owner.sql("select matter from officer_notice").query(UUID.class).list();
  }

  private static void receive(JdbcClient owner, long position, UUID request) {
    owner
        .sql(
            """
            with received as (
              insert into event values (:position, gen_random_uuid(), 'Request', :request, 0, 'request.received', '1',
                                        now(), json_build_object('requestId', :request), '{}')
              returning position, name, recorded_at)
            insert into history (position, name, recorded_at) select * from received
            """)
        .param("position", position)
        .param("request", request.toString())
        .update();
  }

  private static OfficerLookout lookout(TestDatabase database) {
    JdbcClient program = database.programClient();
    WorkingDays calendar = WorkingDays.shipped();
    OfficerProperties properties =
        new OfficerProperties(
            Map.of(
                "privacy",
                new OfficerProperties.Officer(
                    "privacy@operator.kz",
                    Language.KK,
                    Set.of(OfficerNotice.REQUEST_RECEIVED),
                    Set.of())),
            LocalTime.of(9, 0),
            Duration.ofSeconds(10));
    return new OfficerLookout(
        new OfficerNotices(program, properties, calendar, Clock.systemUTC()),
        new HistoryFeed(program),
        new Requests(program),
        new Breaches(program),
        properties,
        calendar,
        program,
        new JdbcTransactionManager(database.program()),
        new JsonMapper(),
        Clock.systemUTC());
  }
}
