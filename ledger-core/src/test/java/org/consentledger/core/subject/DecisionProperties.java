package org.consentledger.core.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.DEADLINES;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consentledger.core.decision.Decide;
import org.consentledger.core.decision.Decision;
import org.consentledger.core.decision.Question;
import org.consentledger.core.decision.ReasonCode;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectCommand.RecordProcessing;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.junit.jupiter.api.Test;

/** Random lives of a subject: what the rules decide is what {@link PermissionModel} decides. */
class DecisionProperties {

  private static final int QUESTIONS = 12;
  private static final Set<ReasonCode> PERMITTING =
      EnumSet.range(ReasonCode.CONSENT_GIVEN, ReasonCode.ORDERED_BY_LAW);

  /** Clause 3.1: what goes on although the person demanded that it stops. */
  private static final Set<LegalGround> BINDING =
      EnumSet.of(
          LegalGround.LEGAL_OBLIGATION,
          LegalGround.JUSTICE,
          LegalGround.CONTRACT,
          LegalGround.MANDATORY_DISCLOSURE);

  @Property(tries = 600)
  void what_is_decided_now_is_what_the_model_decides(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = story.question();
        Decision decision = Decide.decide(story.state(), story.registers(), question, story.now());
        assertSame(
            decision,
            story.model.reasons(question, story.now(), Instant.MAX, Instant.MAX),
            question);
      }
    }
  }

  @Property(tries = 600)
  void what_is_decided_for_a_moment_by_what_was_known_at_another_is_what_the_model_decides(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
    }
    SubjectHistory history = new SubjectHistory(story.entries);
    for (int i = 0; i < QUESTIONS * 10; i++) {
      Question question = story.question();
      Instant at = story.moment();
      Instant knownAt = story.moment();
      Registers known = story.registers().knownAt(knownAt);
      Decision decision = Decide.decide(history.stateAt(at, knownAt), known, question, at);
      assertSame(decision, story.model.reasons(question, at, at, knownAt), question);
    }
  }

  /**
   * Nothing that is settled by now turns a permission into a denial before the end that it names.
   */
  @Property(tries = 300)
  void a_permission_holds_until_the_moment_that_it_names(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = story.question();
        Instant asked = story.recorded();
        Decision decision = Decide.decide(story.state(), story.registers(), question, asked);
        if (decision.isPermitted()) {
          Instant end =
              decision.validUntil() == null ? asked.plusSeconds(900) : decision.validUntil();
          assertThat(story.model.reasons(question, end.minusNanos(1), Instant.MAX, Instant.MAX))
              .as("%s until %s", question, end)
              .containsAnyElementsOf(PERMITTING);
        }
      }
    }
  }

  @Property(tries = 600)
  void the_state_that_grew_is_the_state_that_is_folded_from_the_history(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
      if (story.state() != null) {
        // Undated acts take effect after those of a clock that is ahead; by then, all has taken
        // effect.
        Instant settled =
            story.state().latestAt().isAfter(story.now()) ? story.state().latestAt() : story.now();
        assertThat(new SubjectHistory(story.entries).stateAt(settled, story.recorded()))
            .isEqualTo(story.state());
      }
    }
  }

  @Property(tries = 300)
  void clause_5_1_an_act_is_recorded_if_the_model_permits_it_and_refused_with_the_decision_if_not(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
      SubjectState subject = story.state();
      if (subject == null) {
        continue;
      }
      RecordProcessing command = story.recordProcessing();
      Instant moment = Moments.effectiveAt(null, subject, story.now());
      Set<ReasonCode> expected =
          story.model.reasons(command.question(), moment, Instant.MAX, Instant.MAX);
      try {
        List<SubjectEvent> recorded =
            ProcessingRules.record(
                subject, command, story.registers(), story.history(), DEADLINES, story.now());
        assertThat(recorded).hasSize(1);
        assertThat(expected).containsAnyElementsOf(PERMITTING);
      } catch (Refused refused) {
        assertThat(refused.refusal())
            .isInstanceOfSatisfying(
                Refusal.ProcessingDenied.class,
                it -> assertSame(it.decision(), expected, command.question()));
      }
    }
  }

  @Property(tries = 1500)
  void clause_8_4_a_no_that_was_accepted_is_never_followed_by_a_permission_until_a_later_yes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
      for (PurposeId purpose : story.refusedSince.keySet()) {
        Question question =
            new Question(purpose, ProcessingAction.USE, new TreeSet<>(), null, null);
        assertThat(Decide.decide(story.state(), story.registers(), question, story.now()).ground())
            .as("after the no of %s", story.refusedSince.get(purpose))
            .isNotEqualTo(LegalGround.CONSENT);
      }
    }
  }

  @Property(tries = 1500)
  void clause_8_9_after_a_demand_to_stop_nothing_permits_that_began_no_later_unless_it_binds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Story story = new Story(seed);
    for (int step = 0; step < steps; step++) {
      story.goOn();
      for (PurposeId purpose : story.stoppedSince.keySet()) {
        Question question =
            new Question(purpose, ProcessingAction.USE, new TreeSet<>(), null, null);
        Decision decision = Decide.decide(story.state(), story.registers(), question, story.now());
        if (decision.isPermitted() && !BINDING.contains(decision.ground())) {
          assertThat(story.effectiveAt(decision.reasons().getFirst().evidence().getFirst()))
              .as("what permits after the demand")
              .isAfter(story.stoppedSince.get(purpose));
        }
      }
    }
  }

  @Test
  void the_stories_know_every_reason() {
    Map<ReasonCode, Integer> told = new EnumMap<>(ReasonCode.class);
    for (long seed = 0; seed < 500; seed++) {
      Story story = new Story(seed);
      for (int step = 0; step < 60; step++) {
        story.goOn();
        for (int i = 0; i < 3; i++) {
          story
              .model
              .reasons(story.question(), story.now(), Instant.MAX, Instant.MAX)
              .forEach(code -> told.merge(code, 1, Integer::sum));
        }
      }
    }
    assertThat(told).containsOnlyKeys(ReasonCode.values());
    assertThat(told.values()).allMatch(times -> times > 20);
  }

  private static void assertSame(Decision decision, Set<ReasonCode> expected, Question question) {
    assertThat(decision.reasons())
        .as("%s", question)
        .extracting(Decision.Reason::code)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(decision.isPermitted())
        .as("%s", question)
        .isEqualTo(expected.stream().anyMatch(PERMITTING::contains));
  }
}
