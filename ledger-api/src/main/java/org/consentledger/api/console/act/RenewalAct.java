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
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clause 12.2: the person consents anew to what was consented to, under the policy in force. */
@Component
final class RenewalAct implements Act {

  private final ConsentController consents;
  private final Options options;
  private final LawWords law;

  RenewalAct(ConsentController consents, Options options, LawWords law) {
    this.consents = consents;
    this.options = options;
    this.law = law;
  }

  @Override
  public String name() {
    return "renewal";
  }

  @Override
  public List<Field> fields(Person person, Entry entry) {
    return List.of(
        Field.choice("purpose", options.purposes(WithdrawalAct.given(person.state())), null),
        Field.choice("channel", options.of(Channel.values()), Channel.LETTER.name()),
        Field.moment("saidAt"),
        Field.day("expiresOn", null).optional());
  }

  @Override
  public List<Consequence> consequences(Person person, Entry entry) {
    PurposeId purpose = new PurposeId(entry.required("purpose"));
    List<Consequence> all = new ArrayList<>();
    all.add(Consequence.holds("renewed", law.purpose(purpose)));
    person
        .registers()
        .policyInForce(person.at())
        .ifPresent(policy -> all.add(Consequence.note("policy", policy.version().value())));
    all.add(Consequence.note("own.word"));
    return all;
  }

  @Override
  public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
    return consents.renew(
        person.id(),
        new PurposeId(entry.required("purpose")),
        new ConsentRequests.Renew(
            requireNonNull(entry.one("channel", Channel.class)),
            null,
            null,
            null,
            entry.moment("saidAt", LocalTime.MIN),
            entry.moment("expiresOn", LocalTime.MIN)),
        context);
  }
}
