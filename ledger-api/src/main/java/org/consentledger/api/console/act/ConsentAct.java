package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.act.Field.Option;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.subject.ConsentController;
import org.consentledger.api.subject.ConsentRequests;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.GiverRole;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Clause 7.1: a consent that was given on paper, with where the paper is. */
@Component
final class ConsentAct implements Act {

  private static final int LONGEST_TEXT = 2000;

  private final ConsentController consents;
  private final Options options;
  private final LawWords law;
  private final JsonMapper json;

  ConsentAct(ConsentController consents, Options options, LawWords law, JsonMapper json) {
    this.consents = consents;
    this.options = options;
    this.law = law;
    this.json = json;
  }

  @Override
  public String name() {
    return "consent";
  }

  @Override
  public List<Field> fields(Person person, Entry entry) {
    List<Option> versions =
        person.registers().policies().values().stream()
            .map(policy -> policy.version().value())
            .map(version -> new Option(version, version))
            .toList();
    Language spoken = Optional.ofNullable(person.state().language()).orElse(Language.RU);
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.choice(
            "purpose", options.purposes(person, Options.restingOn(LegalGround.CONSENT)), null));
    fields.add(
        Field.choice(
            "policy", versions, inForce(person).map(it -> it.version().value()).orElse(null)));
    fields.add(Field.choice("shownIn", options.of(Language.values()), spoken.name()));
    fields.add(Field.choice("channel", options.of(Channel.values()), Channel.LETTER.name()));
    fields.add(Field.moment("saidAt"));
    fields.add(Field.text("paper", LONGEST_TEXT));
    fields.add(Field.choice("givenBy", options.of(GiverRole.values()), GiverRole.SUBJECT.name()));
    fields.add(Field.line("authority", LONGEST_TEXT).optional());
    fields.add(Field.choices("categories", options.categories(person)));
    fields.add(Field.flag("thirdPartyTransfer"));
    fields.add(Field.flag("crossBorder"));
    fields.add(Field.flag("publication"));
    fields.add(
        Field.choices(
            "recipients",
            person.registers().recipients().keySet().stream()
                .map(it -> new Option(it.value(), law.recipient(new RecipientId(it.value()))))
                .toList()));
    fields.add(Field.day("expiresOn", null).optional());
    return fields;
  }

  private static Optional<PolicyState> inForce(Person person) {
    return person.registers().policyInForce(person.at());
  }

  @Override
  public List<Consequence> consequences(Person person, Entry entry) {
    List<Consequence> all = new ArrayList<>();
    all.add(Consequence.holds("given", law.purpose(new PurposeId(entry.required("purpose")))));
    if (!entry.isTicked("thirdPartyTransfer")) {
      all.add(Consequence.note("no.transfer"));
    }
    if (!entry.isTicked("crossBorder")) {
      all.add(Consequence.note("no.border"));
    }
    if (!entry.isTicked("publication")) {
      all.add(Consequence.note("no.publication"));
    }
    all.add(Consequence.note("policy", entry.required("policy")));
    all.add(Consequence.note("own.word"));
    return all;
  }

  @Override
  public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
    return consents.give(
        person.id(),
        new ConsentRequests.Give(
            entry.required("purpose"),
            entry.required("policy"),
            requireNonNull(entry.one("shownIn", Language.class)),
            null,
            requireNonNull(entry.one("channel", Channel.class)),
            new ConsentRequests.GivenBy(
                requireNonNull(entry.one("givenBy", GiverRole.class)), entry.text("authority")),
            none(entry.all("categories")),
            new ConsentRequests.Conditions(
                entry.isTicked("thirdPartyTransfer"),
                entry.isTicked("crossBorder"),
                entry.isTicked("publication"),
                none(entry.all("recipients"))),
            json.createObjectNode().put("paper", entry.required("paper")),
            entry.moment("saidAt", LocalTime.MIN),
            entry.moment("expiresOn", LocalTime.MIN)),
        context);
  }

  private static @Nullable List<String> none(List<String> chosen) {
    return chosen.isEmpty() ? null : chosen;
  }
}
