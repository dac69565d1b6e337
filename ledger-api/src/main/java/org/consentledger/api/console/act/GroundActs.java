package org.consentledger.api.console.act;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.act.Field.Option;
import org.consentledger.api.console.law.LawWords;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.subject.GroundClaimController;
import org.consentledger.api.subject.GroundRequests;
import org.consentledger.core.subject.ClaimedGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Clauses 3.1, 7.2 to 7.7: grounds other than consent. */
final class GroundActs {

  private GroundActs() {}

  /** Claims a ground, with the evidence that its clause asks for. */
  @Component
  static final class GroundAct implements Act {

    private static final String ROLE = "role";
    private static final String DATE = "date";
    private static final List<String> ROLES = List.of("PARTY", "BENEFICIARY", "GUARANTOR");

    private final GroundClaimController grounds;
    private final Options options;
    private final LawWords law;

    GroundAct(GroundClaimController grounds, Options options, LawWords law) {
      this.grounds = grounds;
      this.options = options;
      this.law = law;
    }

    @Override
    public String name() {
      return "ground";
    }

    /** Which evidence is asked for depends on the ground, which is chosen first. */
    @Override
    public List<Field> fields(Person person, Entry entry) {
      List<Option> others =
          options.of(
              Arrays.stream(LegalGround.values())
                  .filter(ground -> ground != LegalGround.CONSENT)
                  .toArray(LegalGround[]::new));
      List<Field> fields = new ArrayList<>();
      Field ground = Field.choice("ground", others, null);
      fields.add(ground);
      if (entry.text("ground") == null || ground.wrong(entry) != null) {
        return fields;
      }
      LegalGround chosen = requireNonNull(entry.one("ground", LegalGround.class));
      fields.add(
          Field.choice("purpose", options.purposes(person, Options.restingOn(chosen)), null));
      for (String key : chosen.evidence()) {
        fields.add(evidence(key));
      }
      fields.add(Field.choices("categories", options.categories(person)));
      fields.add(Field.line("approvedBy", 500).optional());
      fields.add(Field.moment("saidAt"));
      fields.add(Field.day("validUntil", null).optional());
      return fields;
    }

    private Field evidence(String key) {
      String name = "evidence." + key;
      return switch (key) {
        case ROLE ->
            Field.choice(
                name,
                ROLES.stream().map(role -> new Option(role, law.of("ContractRole", role))).toList(),
                null);
        case DATE -> Field.day(name, null);
        default -> Field.line(name, 2000);
      };
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      LegalGround ground = requireNonNull(entry.one("ground", LegalGround.class));
      List<Consequence> all = new ArrayList<>();
      all.add(
          Consequence.holds(
              "ground",
              law.purpose(new PurposeId(entry.required("purpose"))),
              law.of(ground),
              ground.clause()));
      all.add(Consequence.note(ground.outlastsCessation() ? "ground.binding" : "ground.yielding"));
      all.add(Consequence.note("ground.sealed"));
      return all;
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      LegalGround ground = requireNonNull(entry.one("ground", LegalGround.class));
      Map<String, String> evidence = new LinkedHashMap<>();
      ground.evidence().forEach(key -> evidence.put(key, entry.required("evidence." + key)));
      return grounds.claim(
          person.id(),
          new GroundRequests.Claim(
              ground,
              entry.required("purpose"),
              entry.all("categories"),
              evidence,
              entry.text("approvedBy"),
              entry.moment("saidAt", LocalTime.MIN),
              entry.moment("validUntil", LocalTime.MIN)),
          context);
    }
  }

  /** Ends a ground before its term. */
  @Component
  static final class GroundEndAct implements Act {

    private final GroundClaimController grounds;
    private final LawWords law;

    GroundEndAct(GroundClaimController grounds, LawWords law) {
      this.grounds = grounds;
      this.law = law;
    }

    @Override
    public String name() {
      return "ground-end";
    }

    @Override
    public List<Field> fields(Person person, Entry entry) {
      List<Option> standing =
          person.state().circumstances().grounds().stream()
              .filter(ground -> ground.holdsAt(person.at()))
              .map(this::option)
              .toList();
      return List.of(Field.choice("ground", standing, null), Field.moment("saidAt"));
    }

    private Option option(ClaimedGround ground) {
      return new Option(
          ground.claim().groundId().toString(),
          law.of(ground.claim().ground()) + ": " + law.purpose(ground.claim().purposeId()));
    }

    @Override
    public List<Consequence> consequences(Person person, Entry entry) {
      return List.of(Consequence.ends("ground.ended"), Consequence.note("ground.kept"));
    }

    @Override
    public ResponseEntity<String> carryOut(Person person, Entry entry, CommandContext context) {
      return grounds.end(
          person.id(),
          UUID.fromString(entry.required("ground")),
          new GroundRequests.End(entry.moment("saidAt", LocalTime.MIN)),
          context);
    }
  }
}
