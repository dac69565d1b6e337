package org.consentledger.core.decision;

import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.NOW;
import static org.consentledger.core.testing.Samples.id;
import static org.consentledger.core.testing.Samples.set;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.consentledger.core.subject.SubjectEvent;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.testing.RegistersBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a decision about a subject to whom something happened. The first event has {@code
 * id(1)}, the next {@code id(2)}.
 */
record Asking(
    List<SubjectEvent> past,
    RegistersBuilder registers,
    Instant moment,
    PurposeId purpose,
    @Nullable RecipientId recipient,
    @Nullable String country,
    SortedSet<PurposeId> joined) {

  static Asking given(SubjectEvent... past) {
    return new Asking(
        List.of(past), RegistersBuilder.registers(), NOW, NEWSLETTER, null, null, set());
  }

  Asking in(RegistersBuilder other) {
    return new Asking(past, other, moment, purpose, recipient, country, joined);
  }

  Asking at(Instant other) {
    return new Asking(past, registers, other, purpose, recipient, country, joined);
  }

  Asking forPurpose(PurposeId other) {
    return new Asking(past, registers, moment, other, recipient, country, joined);
  }

  Asking to(RecipientId other) {
    return new Asking(past, registers, moment, purpose, other, country, joined);
  }

  Asking toCountry(String other) {
    return new Asking(past, registers, moment, purpose, recipient, other, joined);
  }

  Asking joinedWith(PurposeId... others) {
    return new Asking(past, registers, moment, purpose, recipient, country, set(others));
  }

  Decision may(ProcessingAction action, Category... categories) {
    SubjectState state = null;
    for (int i = 0; i < past.size(); i++) {
      state = SubjectState.evolve(state, past.get(i), id(i + 1));
    }
    Question question = new Question(purpose, action, set(categories), recipient, country, joined);
    return Decide.decide(state, registers.build(), question, moment);
  }
}
