package org.consentledger.core.personaldata;

import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.consentledger.core.personaldata.PersonalDataEvent.PersonalDataAccessed;
import org.consentledger.core.vocabulary.LegalGround;
import org.junit.jupiter.api.Test;

class PersonalDataAccessTest {

  private static AggregateTestFixture<PersonalDataAccess> access() {
    AggregateTestFixture<PersonalDataAccess> fixture =
        new AggregateTestFixture<>(PersonalDataAccess.class);
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture;
  }

  @Test
  void clause_8_7_every_reading_is_recorded_by_whose_data_which_and_on_what_ground() {
    access()
        .givenNoPriorActivity()
        .when(new RecordAccess(id(5), SUBJECT, set(EMAIL), null, LegalGround.LEGAL_OBLIGATION))
        .expectEvents(
            new PersonalDataAccessed(
                id(5), SUBJECT, set(EMAIL), null, LegalGround.LEGAL_OBLIGATION, NOW));
  }

  @Test
  void clause_8_7_the_reading_of_a_document_names_it() {
    access()
        .givenNoPriorActivity()
        .when(new RecordAccess(id(5), SUBJECT, set(), id(6), null))
        .expectEvents(new PersonalDataAccessed(id(5), SUBJECT, set(), id(6), null, NOW));
  }

  @Test
  void clause_8_7_a_reading_without_a_ground_is_recorded_as_well() {
    access()
        .givenNoPriorActivity()
        .when(new RecordAccess(id(5), SUBJECT, set(), null, null))
        .expectEvents(new PersonalDataAccessed(id(5), SUBJECT, set(), null, null, NOW));
  }
}
