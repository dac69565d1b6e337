package org.consentledger.core.subject;

import static org.consentledger.core.subject.SubjectFixture.subject;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.SubjectCommands.resumeSending;
import static org.consentledger.core.testing.SubjectCommands.suspendSending;
import static org.consentledger.core.testing.SubjectEvents.anonymised;
import static org.consentledger.core.testing.SubjectEvents.destroyed;
import static org.consentledger.core.testing.SubjectEvents.registered;
import static org.consentledger.core.testing.SubjectEvents.sendingResumed;
import static org.consentledger.core.testing.SubjectEvents.sendingSuspended;

import java.util.List;
import org.consentledger.core.refusal.Refusal;
import org.junit.jupiter.api.Test;

class SuspensionTest {

  @Test
  void clause_8_4_sending_is_suspended_at_once_and_for_each_cause_by_itself() {
    subject().given(registered()).when(suspendSending()).then(sendingSuspended(NOW));
    subject()
        .given(registered(), sendingSuspended(id(1), EARLIER))
        .when(suspendSending())
        .then(sendingSuspended(NOW));
  }

  @Test
  void clause_8_4_what_is_suspended_for_one_cause_twice_is_suspended_once() {
    subject().given(registered(), sendingSuspended(EARLIER)).when(suspendSending()).then();
  }

  @Test
  void clause_8_4_a_suspension_is_lifted_once() {
    subject()
        .given(registered(), sendingSuspended(EARLIER))
        .when(resumeSending())
        .then(sendingResumed(NOW));
    subject()
        .given(registered(), sendingSuspended(EARLIER), sendingResumed(EARLIER))
        .when(resumeSending())
        .thenRefused(new Refusal.SuspensionUnknown());
    subject()
        .given(registered(), sendingSuspended(id(1), EARLIER))
        .when(resumeSending())
        .thenRefused(new Refusal.SuspensionUnknown());
  }

  @Test
  void clause_2_14_there_is_nobody_left_to_send_to() {
    for (SubjectCommand command : List.of(suspendSending(), resumeSending())) {
      subject()
          .given(registered(), destroyed(EARLIER))
          .when(command)
          .thenRefused(new Refusal.SubjectDestroyed());
      subject()
          .given(registered(), anonymised(EARLIER))
          .when(command)
          .thenRefused(new Refusal.SubjectAnonymised());
    }
  }
}
