package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.testing.Samples.DEADLINES;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.updates.UpdateChecker;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class AxonAssemblyTest {

  @Test
  void axon_reports_to_nobody_and_writes_json_everywhere() {
    EventSerializer serializer = new EventSerializer();
    try (TestDatabase database = TestDatabase.create();
        Appender appender =
            new Appender(
                database.program(), serializer, Clock.systemUTC(), List.of(), Optional::empty)) {
      Configuration axon =
          LedgerAxon.configure(
                  database.program(),
                  serializer,
                  appender,
                  () -> Registers.EMPTY,
                  subject -> new SubjectReader.Seen(Optional.empty(), Registers.EMPTY),
                  DEADLINES,
                  Clock.systemUTC(),
                  NoTransactionManager.INSTANCE)
              .buildConfiguration();

      assertThat(axon.getComponent(UpdateChecker.class)).isNull();
      assertThat(axon.serializer()).isSameAs(serializer);
      assertThat(axon.eventSerializer()).isSameAs(serializer);
      assertThat(axon.messageSerializer()).isSameAs(serializer);
    }
    assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void an_event_that_this_version_does_not_know_stops_the_reader() {
    assertThatThrownBy(
            () -> new EventSerializer().classForType(new SimpleSerializedType("consent.sold", "1")))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("consent.sold");
  }
}
