package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.DefinitionBuilder.definition;
import static org.consentledger.core.testing.RegistersBuilder.registers;
import static org.consentledger.core.testing.Samples.EARLIER;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.PAPER;
import static org.consentledger.core.testing.Samples.SUBJECT;
import static org.consentledger.core.testing.Samples.SURVEY;
import static org.consentledger.core.testing.SubjectEvents.registered;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectCommand.ClaimGround;
import org.consentledger.core.subject.SubjectCommand.DemandCessation;
import org.consentledger.core.subject.SubjectCommand.EndGround;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PurposeId;

/**
 * Claims, ends and stops of one ground that came to be known late: the state is the same in
 * whichever order it grew.
 */
class LateEventsProperties {

  private static final Instant NOW = EARLIER.plusSeconds(100);
  private static final Registers REGISTERS =
      registers()
          .purpose(NEWSLETTER, definition().restingOn(LegalGround.CONTRACT))
          .purpose(SURVEY, definition().restingOn(LegalGround.CONTRACT))
          .build();

  @Property(tries = 5000)
  void late_claims_ends_and_stops_come_out_as_if_they_had_been_told_in_time(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int steps) {
    Random random = new Random(seed);
    List<SubjectHistory.Entry> entries = new ArrayList<>();
    entries.add(new SubjectHistory.Entry(registered(), new UUID(1, 0), NOW));
    SubjectState state = SubjectState.evolve(null, registered(), new UUID(1, 0));
    for (int step = 1; step <= steps; step++) {
      for (SubjectEvent event : something(state, random, step)) {
        UUID id = new UUID(1, step);
        entries.add(new SubjectHistory.Entry(event, id, NOW));
        state = SubjectState.evolve(state, event, id);
      }
      assertThat(state).isEqualTo(new SubjectHistory(entries).stateAt(NOW, NOW));
    }
  }

  private static List<SubjectEvent> something(SubjectState state, Random random, int step) {
    Instant at = EARLIER.plusSeconds(random.nextInt(9));
    PurposeId purpose = random.nextInt(4) == 0 ? SURVEY : NEWSLETTER;
    try {
      return switch (random.nextInt(6)) {
        case 0, 1 ->
            GroundRules.claim(
                state,
                new ClaimGround(
                    SUBJECT,
                    new UUID(2, step),
                    LegalGround.CONTRACT,
                    purpose,
                    new TreeSet<>(),
                    new TreeSet<>(LegalGround.CONTRACT.evidence()),
                    PAPER,
                    null,
                    at,
                    null),
                REGISTERS,
                NOW);
        case 2, 3, 4 ->
            GroundRules.end(
                state, new EndGround(SUBJECT, new UUID(2, 1 + random.nextInt(step)), at), NOW);
        default ->
            GroundRules.cease(
                state, new DemandCessation(SUBJECT, some(purpose, random), at), REGISTERS, NOW);
      };
    } catch (Refused refused) {
      return List.of();
    }
  }

  private static SortedSet<PurposeId> some(PurposeId purpose, Random random) {
    return random.nextBoolean() ? new TreeSet<>() : new TreeSet<>(List.of(purpose));
  }
}
