package org.consentledger.api.console.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.operator.OperatorController;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfile.JointOperator;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.page.Entered;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Who processes (clauses 1, 2.7): a register of one. */
@Component
final class OperatorRegister implements Register {

  private static final String ONLY = "operator";
  private static final String JOINT = "jointOperators";
  private static final List<String> JOINT_PARTS = List.of("name", "bin", "site", "email");
  private static final Set<String> LONG = Set.of("address", "authority", JOINT);

  private final OperatorController operator;
  private final OperatorProfiles profiles;
  private final RegisterReader registers;

  OperatorRegister(
      OperatorController operator, OperatorProfiles profiles, RegisterReader registers) {
    this.operator = operator;
    this.profiles = profiles;
    this.registers = registers;
  }

  @Override
  public String name() {
    return ONLY;
  }

  @Override
  public boolean grows() {
    return false;
  }

  @Override
  public List<Item> items(Language language) {
    return List.of(item());
  }

  @Override
  public Optional<Item> item(String id, Language language) {
    return id.equals(ONLY) ? Optional.of(item()) : Optional.empty();
  }

  private Item item() {
    OperatorProfile now = profiles.current().orElse(null);
    OperatorState state = registers.current().operator();
    List<Fact> facts = new ArrayList<>();
    said(now).forEach((name, value) -> facts.add(Fact.all("operator." + name, lines(value))));
    return new Item(
        ONLY,
        now == null ? ONLY : now.name(),
        now == null ? "operator.missing" : null,
        facts,
        state == null ? 0 : state.number(),
        state == null
            ? List.of()
            : List.of(new Version(state.number(), state.describedAt(), state.evidence())));
  }

  private static Map<String, @Nullable String> said(@Nullable OperatorProfile now) {
    Map<String, @Nullable String> said = new LinkedHashMap<>();
    said.put("name", now == null ? null : now.name());
    said.put("bin", now == null ? null : now.bin());
    said.put("address", now == null ? null : now.address());
    said.put("site", now == null ? null : now.site());
    said.put("email", now == null ? null : now.email());
    said.put("phone", now == null ? null : now.phone());
    said.put("responsiblePerson", now == null ? null : now.responsiblePerson());
    said.put("authority", now == null ? null : now.authority());
    said.put(JOINT, now == null ? null : text(now.jointOperators()));
    return said;
  }

  private static List<String> lines(@Nullable String text) {
    return text == null ? List.of() : text.lines().map(String::strip).toList();
  }

  /** Each on a line: what it is called, its number, its site, its address for letters. */
  private static @Nullable String text(@Nullable List<JointOperator> joint) {
    return joint == null
        ? null
        : joint.stream()
            .map(it -> Stream.of(it.name(), it.bin(), it.site(), it.email()))
            .map(it -> it.map(part -> Objects.requireNonNullElse(part, "")))
            .map(it -> it.collect(Collectors.joining("; ")).replaceAll("(; )+$", ""))
            .collect(Collectors.joining("\n"));
  }

  private static @Nullable List<JointOperator> joint(Entry entered) {
    List<String> lines =
        lines(entered.text(JOINT)).stream().filter(line -> !line.isEmpty()).toList();
    return lines.isEmpty() ? null : lines.stream().map(line -> joint(line, entered)).toList();
  }

  private static JointOperator joint(String line, Entry entered) {
    List<String> parts = Arrays.stream(line.split(";", -1)).map(String::strip).toList();
    if (parts.size() > JOINT_PARTS.size()) {
      throw new Entry.Wrong(Set.of(JOINT));
    }
    Map<String, @Nullable String> said = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      said.put(JOINT_PARTS.get(i), Entered.text(parts.get(i)));
    }
    try {
      return entered.as(JointOperator.class, said);
    } catch (Entry.Wrong parted) {
      throw new Entry.Wrong(Set.of(JOINT));
    }
  }

  @Override
  public List<Field> fields(@Nullable Item item) {
    List<Field> fields = new ArrayList<>();
    said(profiles.current().orElse(null))
        .forEach(
            (name, value) ->
                fields.add(
                    Field.of(
                        name,
                        LONG.contains(name) ? Kind.LONG_TEXT : Kind.TEXT,
                        name.equals("name") || name.equals("bin"),
                        value)));
    return fields;
  }

  @Override
  public ResponseEntity<String> record(String id, Entry entered, CommandContext context) {
    Map<String, @Nullable Object> said = new HashMap<>();
    said(null).keySet().forEach(name -> said.put(name, entered.text(name)));
    said.put(JOINT, joint(entered));
    return operator.describe(entered.as(OperatorProfile.class, said), context);
  }
}
