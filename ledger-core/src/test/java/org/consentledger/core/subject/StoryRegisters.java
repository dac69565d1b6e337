package org.consentledger.core.subject;

import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.texts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.ground.GroundSwitchEvent;
import org.consentledger.core.policy.PolicyEvent.PolicyPublished;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeEvent;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.register.Registers;
import org.consentledger.core.testing.DefinitionBuilder;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * The purposes, the policy, the recipients and the switches of the grounds of a {@link Story}, told
 * to the model as they change.
 */
final class StoryRegisters {

  private static final List<LegalGround> OTHER_GROUNDS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(LegalGround.CONSENT)));

  private final Chance chance;
  private final PermissionModel model;
  private final SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
  private final SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();
  private final SortedMap<LegalGround, GroundState> grounds = new TreeMap<>();
  private final StoryRecipients recipients;
  private int switches;

  StoryRegisters(Chance chance, PermissionModel model) {
    this.chance = chance;
    this.model = model;
    recipients = new StoryRecipients(chance, model);
  }

  Registers now() {
    return new Registers(
        purposes, policies, recipients.now(), grounds, new TreeMap<>(), null, new TreeMap<>());
  }

  StoryRecipients recipients() {
    return recipients;
  }

  /** Section 7: each ground but consent is switched, now or from a moment to come on. */
  void switchGround(LegalGround ground, Instant recorded) {
    if (ground == LegalGround.CONSENT) {
      return;
    }
    Instant from = chance.oneIn(2) ? recorded : recorded.plusSeconds(chance.below(60));
    GroundSwitchEvent event =
        chance.oneIn(2)
            ? new GroundSwitchEvent.GroundAllowed(ground, from, recorded)
            : new GroundSwitchEvent.GroundSwitchedOff(ground, from, recorded);
    switches++;
    grounds.put(ground, GroundState.evolve(grounds.get(ground), event, new UUID(8, switches)));
    model.tell(
        new Fact.Switched(
            ground, event instanceof GroundSwitchEvent.GroundAllowed, switches, from, recorded));
  }

  PolicyVersion anyPolicy() {
    return chance.oneOf(List.copyOf(policies.keySet()));
  }

  void publish(
      Instant effectiveFrom, boolean material, @Nullable Instant reconsentBy, Instant recorded) {
    PolicyVersion version = new PolicyVersion("v" + policies.size());
    policies.put(
        version,
        PolicyState.evolve(
            new PolicyPublished(version, effectiveFrom, material, reconsentBy, texts(), recorded),
            new UUID(2, policies.size())));
    Instant ends = null;
    if (material) {
      ends =
          reconsentBy != null && reconsentBy.isAfter(effectiveFrom) ? reconsentBy : effectiveFrom;
    }
    model.tell(new Fact.Published(version, ends, effectiveFrom, recorded));
  }

  void define(PurposeId purpose, Instant now, Instant recorded) {
    PurposeState before = purposes.get(purpose);
    if (before != null && before.retiredAt() != null) {
      return;
    }
    PurposeDefinition definition = determined(purpose, before == null).build();
    int number = before == null ? 1 : before.latest().number() + 1;
    Instant from = before == null ? now.minusSeconds(chance.below(30)) : recorded;
    PurposeEvent.PurposeDefined event =
        new PurposeEvent.PurposeDefined(purpose, number, definition, from, recorded);
    purposes.put(purpose, PurposeState.evolve(before, event, new UUID(3, number)));
    model.tell(
        new Fact.Determined(
            purpose,
            number,
            definition.categories(),
            definition.actions(),
            definition.grounds(),
            definition.marketing(),
            definition.distribution(),
            definition.incompatibleWith(),
            from,
            recorded));
  }

  /** What a purpose is at first allows everything; later versions take some of it away. */
  private DefinitionBuilder determined(PurposeId purpose, boolean first) {
    EnumSet<LegalGround> grounds = EnumSet.noneOf(LegalGround.class);
    grounds.addAll(chance.some(OTHER_GROUNDS, 2));
    if (!purpose.value().equals("c") || chance.oneIn(4)) {
      grounds.add(LegalGround.CONSENT);
    }
    DefinitionBuilder builder =
        definition()
            .restingOn(grounds.toArray(LegalGround[]::new))
            .incompatibleWith(chance.some(Chance.PURPOSES, 9).toArray(PurposeId[]::new));
    if (chance.oneIn(2)) {
      builder.distributing();
    }
    if (chance.oneIn(4)) {
      builder.approvedByOfficer();
    }
    if (!first && chance.oneIn(4)) {
      builder.marketing();
    }
    if (!first) {
      EnumSet<ProcessingAction> actions = EnumSet.allOf(ProcessingAction.class);
      actions.removeIf(action -> chance.oneIn(8));
      builder
          .allowing(actions.toArray(ProcessingAction[]::new))
          .needing(chance.mostCategories().toArray(Category[]::new));
    }
    return builder;
  }

  void retire(PurposeId purpose, Instant recorded) {
    PurposeState before = purposes.get(purpose);
    if (before.retiredAt() == null) {
      PurposeEvent.PurposeRetired event = new PurposeEvent.PurposeRetired(purpose, recorded);
      purposes.put(purpose, PurposeState.evolve(before, event, new UUID(4, 0)));
      model.tell(new Fact.Retired(purpose, recorded, recorded));
    }
  }
}
