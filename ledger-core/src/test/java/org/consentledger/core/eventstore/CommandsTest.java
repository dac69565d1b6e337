package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consentledger.core.eventstore.Nodes.ACTOR;
import static org.consentledger.core.eventstore.Nodes.TAKE;
import static org.consentledger.core.eventstore.Nodes.rectify;
import static org.consentledger.core.eventstore.Nodes.registered;
import static org.consentledger.core.eventstore.Nodes.taking;
import static org.consentledger.core.testing.Samples.EMAIL;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consentledger.core.purpose.PurposeCommand.RetirePurpose;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.subject.SubjectCommand.RectifyPersonalData;
import org.consentledger.core.subject.SubjectHistory;
import org.consentledger.core.testing.SubjectCommands;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands through Axon on a real database: what they answer, what they write, why they fail. */
class CommandsTest {

  private final Nodes nodes = new Nodes();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void a_projection_that_fails_takes_the_events_of_one_command_with_it_and_of_nobody_else()
      throws Exception {
    SubjectId unlucky = SubjectId.random();
    Commands commands =
        nodes.start(
            (connection, events) -> {
              if (events.stream().anyMatch(it -> it.aggregateId().equals(unlucky.toString()))) {
                throw new IllegalStateException("on purpose");
              }
            });
    Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> others = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        boolean fails = i % 20 == 10;
        others.add(
            threads.submit(
                () -> {
                  SubjectId subject = fails ? unlucky : SubjectId.random();
                  try {
                    acknowledged.addAll(
                        commands
                            .execute(
                                SubjectCommands.register(subject, NEWSLETTER, EMAIL),
                                ACTOR,
                                null,
                                Attachment.none())
                            .eventIds());
                  } catch (IllegalStateException failed) {
                    assertThat(failed).hasMessage("on purpose");
                    assertThat(subject).isEqualTo(unlucky);
                  }
                }));
      }
      for (Future<?> other : others) {
        other.get();
      }
    }

    assertThat(acknowledged).hasSize(57);
    assertThat(nodes.storedEvents()).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(nodes.log().historyOf(unlucky).entries()).isEmpty();
  }

  @Test
  void the_history_of_a_subject_says_what_the_answers_said() {
    Commands commands = nodes.start();
    SubjectId subject = registered(commands);
    Appended blocked =
        commands.execute(
            new BlockProcessing(subject, Scope.EVERYTHING, RequestReason.OUTDATED),
            ACTOR,
            null,
            Attachment.none());

    List<SubjectHistory.Entry> entries = nodes.log().historyOf(subject).entries();
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast().eventId()).isEqualTo(blocked.eventIds().getFirst());
    assertThat(entries.getLast().recordedAt()).isEqualTo(blocked.recordedAt());
    RecordedEvent event = nodes.log().read(blocked.position() - 1, 1).getFirst();
    assertThat(event.actor()).isEqualTo(ACTOR);
    assertThat(event.name()).isEqualTo("processing.blocked");
    assertThat(event.recordedAt()).isEqualTo(blocked.recordedAt());
  }

  @Test
  void clause_2_2_rectify_and_unblock_are_one_append() {
    Commands commands = nodes.start();
    SubjectId subject = registered(commands);
    commands.execute(
        new BlockProcessing(subject, Scope.EVERYTHING, RequestReason.OUTDATED),
        ACTOR,
        null,
        Attachment.none());
    Appended both =
        commands.execute(
            new RectifyPersonalData(subject, set(EMAIL), null, true, Scope.EVERYTHING),
            ACTOR,
            null,
            Attachment.none());

    assertThat(both.eventIds()).hasSize(2);
    assertThat(both.position()).isEqualTo(4);
  }

  @Test
  void a_command_that_changes_nothing_writes_its_answer_and_not_its_data() {
    Commands commands = nodes.start();
    SubjectId subject = registered(commands);
    RectifyPersonalData nothing =
        new RectifyPersonalData(subject, set(), null, false, Scope.EVERYTHING);
    Attachment attachment =
        new Attachment(List.of(Write.one(TAKE, 1)), appended -> List.of(Write.one(TAKE, 2)));

    Appended appended = commands.execute(nothing, ACTOR, null, attachment);

    assertThat(appended.eventIds()).isEmpty();
    assertThat(appended.position()).isEqualTo(1);
    assertThat(nodes.taken()).containsExactly(2);
  }

  @Test
  void the_version_that_the_sender_expects_must_be_that_of_the_subject() {
    Commands commands = nodes.start();
    SubjectId subject = registered(commands);
    commands.execute(rectify(subject), ACTOR, 0L, Attachment.none());

    assertThatThrownBy(() -> commands.execute(rectify(subject), ACTOR, 0L, taking(1)))
        .isInstanceOf(StaleVersion.class);
    assertThat(nodes.taken()).isEmpty();
    assertThat(nodes.log().historyOf(subject).entries()).hasSize(2);
  }

  @Test
  void clause_2_10_nobody_commands_a_subject_that_nobody_registered() {
    Commands commands = nodes.start();
    assertThatThrownBy(() -> commands.execute(rectify(SubjectId.random()), ACTOR, null, taking(1)))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.refusal()).isEqualTo(new Refusal.SubjectUnknown()));
    assertThat(nodes.storedEvents()).isEmpty();
  }

  @Test
  void clause_5_2_nobody_retires_a_purpose_that_nobody_determined() {
    Commands commands = nodes.start();
    assertThatThrownBy(
            () -> commands.execute(new RetirePurpose(NEWSLETTER), ACTOR, null, Attachment.none()))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.refusal()).isEqualTo(new Refusal.PurposeUnknown()));
  }

  @Test
  void an_answer_to_a_refused_command_is_recorded_without_events() {
    Commands commands = nodes.start();
    Appended appended =
        commands.record(new Attachment(List.of(), any -> List.of(Write.one(TAKE, 3))));
    assertThat(appended.position()).isZero();
    assertThat(nodes.taken()).containsExactly(3);
  }
}
