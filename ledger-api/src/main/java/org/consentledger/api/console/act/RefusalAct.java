package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.subject.ConsentController;
import org.consentledger.api.subject.ConsentRequests;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clauses 4.1, 7.1: the person was asked and said no. */
@Component
final class RefusalAct implements Act {

  private final ConsentController consents;
  private final Options options;
  private final LawWords law;

  RefusalAct(ConsentController consents, Options options, LawWords law) {
    this.consents = consents;
    this.options = options;
    this.law = law;
  }

  @Override
  public String name() {
    return "refusal";
  }

  @Override
  public List<Field> fields(Person person, Entry entry) {
    return List.of(
        Field.choice(
            "purpose", options.purposes(person, Options.restingOn(LegalGround.CONSENT)), null),
        Field.choice("channel", options.of(Channel.values()), Channel.LETTER.name()),
        Field.moment("saidAt"));
  }

  @Override
  public List<Consequence> consequences(Person person, Entry entry) {
    PurposeId purpose = new PurposeId(entry.required("purpose"));
    List<Consequence> all = new ArrayList<>();
    all.add(Consequence.note("refused", law.purpose(purpose)));
    if (WithdrawalAct.given(person.state()).contains(purpose)) {
      all.add(Consequence.ends("refused.given"));
    }
    all.add(Consequence.note("final"));
    return all;
  }

  @Override
  public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
    return consents.refuse(
        person.id(),
        new PurposeId(entry.required("purpose")),
        new ConsentRequests.No(
            requireNonNull(entry.one("channel", Channel.class)),
            entry.moment("saidAt", LocalTime.MIN)),
        context);
  }
}
