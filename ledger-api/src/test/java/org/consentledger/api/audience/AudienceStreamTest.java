package org.consentledger.api.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.consentledger.api.RunningLedger;
import org.consentledger.api.testing.LedgerClient;
import org.consentledger.core.decision.Question;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.projections.audience.Audience;
import org.consentledger.projections.current.CurrentFootings;
import org.consentledger.projections.current.CurrentRegisters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What becomes of an audience while it is on its way. */
@ExtendWith(OutputCaptureExtension.class)
class AudienceStreamTest extends RunningLedger {

  @Autowired private DataSource pool;
  @Autowired private CurrentRegisters registers;
  @Autowired private SealingLoop sealing;

  private final AtomicBoolean away = new AtomicBoolean();
  private final List<Connection> used = new ArrayList<>();
  private LedgerClient ledger;
  private String purpose;
  private List<String> people;

  @BeforeEach
  void tell() {
    ledger = ledgerClient();
    purpose = "stream-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    ledger.publishPolicy("1.0", "");
    ledger.definePurpose(purpose, "1.0");
    people = List.of(consented(), consented(), consented()).stream().sorted().toList();
  }

  private String consented() {
    String subject = ledger.register(purpose, UUID.randomUUID() + "@example.kz");
    LedgerClient.requireSuccess(ledger.giveConsent(subject, purpose, "1.0", ""));
    return subject;
  }

  @Test
  void clause_8_4_a_reader_who_is_slow_is_told_nothing_that_was_withdrawn_meanwhile()
      throws IOException {
    SlowReader reader =
        new SlowReader(
            () -> assertThat(ledger.withdraw(people.get(1), purpose).status()).isEqualTo(201));
    stream(reader.clock()).write(question(), reader, () -> true);
    assertThat(reader.lines()).hasSize(2);
    assertThat(reader.lines().getFirst()).contains(people.getFirst());
    assertThat(reader.lines().getLast()).contains(people.getLast());
  }

  @Test
  void a_list_that_breaks_off_ends_with_a_line_that_says_so(CapturedOutput output)
      throws IOException {
    SlowReader reader = new SlowReader(() -> away.set(true));
    stream(reader.clock()).write(question(), reader, () -> true);
    assertThat(reader.lines()).hasSize(2);
    assertThat(reader.lines().getFirst()).contains(people.getFirst());
    assertThat(reader.lines().getLast())
        .contains("\"code\":\"AUDIENCE_INCOMPLETE\"", "\"status\":503")
        .doesNotContain("subjectId");
    assertThat(output.getAll())
        .contains("SQLTransientConnectionException")
        .doesNotContain("a message that quotes");
  }

  @Test
  void a_list_that_cannot_begin_is_an_error_as_any_other() {
    away.set(true);
    ByteArrayOutputStream nothing = new ByteArrayOutputStream();
    assertThatThrownBy(() -> stream(Clock.systemUTC()).write(question(), nothing, () -> false))
        .isInstanceOf(CannotGetJdbcConnectionException.class);
    assertThat(nothing.size()).isZero();
  }

  @Test
  void where_the_reader_has_gone_nothing_more_is_read_and_nothing_is_held() {
    AtomicInteger written = new AtomicInteger();
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            written.incrementAndGet();
            throw new IOException("broken pipe");
          }
        };
    assertThatThrownBy(() -> stream(Clock.systemUTC()).write(question(), gone, () -> true))
        .isInstanceOf(IOException.class);
    assertThat(written).hasValue(1);
    assertThat(used).hasSize(1).allMatch(AudienceStreamTest::isGivenBack);
  }

  private static boolean isGivenBack(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException unknown) {
      throw new AssertionError(unknown);
    }
  }

  private Question question() {
    return new Question(
        new PurposeId(purpose), ProcessingAction.USE, Collections.emptySortedSet(), null, null);
  }

  private AudienceStream stream(Clock clock) {
    JdbcClient database =
        JdbcClient.create(
            new DelegatingDataSource(pool) {
              @Override
              public Connection getConnection() throws SQLException {
                if (away.get()) {
                  throw new SQLTransientConnectionException("a message that quotes");
                }
                Connection connection = super.getConnection();
                used.add(connection);
                return connection;
              }
            });
    Audience audience = new Audience(new CurrentFootings(database, registers));
    return new AudienceStream(audience, sealing, json, clock);
  }

  /** Takes two seconds for each line, and something happens while it reads the first. */
  private static final class SlowReader extends OutputStream {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final AtomicInteger count = new AtomicInteger();
    private final Runnable event;

    SlowReader(Runnable event) {
      this.event = event;
    }

    Clock clock() {
      return new Clock() {
        @Override
        public Instant instant() {
          return Clock.systemUTC().instant().plus(Duration.ofSeconds(2L * count.get()));
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
    }

    @Override
    public void write(int octet) {
      read.write(octet);
      if (octet == '\n' && count.incrementAndGet() == 1) {
        event.run();
      }
    }

    List<String> lines() {
      return read.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }
}
