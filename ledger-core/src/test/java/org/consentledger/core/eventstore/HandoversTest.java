package org.consentledger.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.eventstore.Nodes.ACTOR;
import static org.consentledger.core.eventstore.Nodes.registered;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.consentledger.core.subject.Scope;
import org.consentledger.core.subject.SubjectCommand.BlockProcessing;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends a permission and what leaves on the strength of it, one after the other. */
class HandoversTest {

  private final Nodes nodes = new Nodes();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.close();
    nodes.close();
  }

  private CompletableFuture<Appended> block(Commands commands, SubjectId subject) {
    return CompletableFuture.supplyAsync(
        () ->
            commands.execute(
                new BlockProcessing(subject, Scope.EVERYTHING, RequestReason.OUTDATED),
                ACTOR,
                null,
                Attachment.none()),
        threads);
  }

  private void awaitEvents(int number) {
    while (nodes.storedEvents().size() < number) {
      Thread.onSpinWait();
    }
  }

  @Test
  void who_ends_a_permission_is_answered_when_what_was_leaving_has_left() throws Exception {
    Commands commands = nodes.start();
    SubjectId subject = registered(commands);
    CompletableFuture<Appended> blocking;
    try (Handovers.Handover leaving = nodes.handovers().begin(subject)) {
      blocking = block(commands, subject);
      awaitEvents(2);
      // Somebody else's permission ends meanwhile, so that the answer would be here if it came.
      block(commands, registered(commands)).get(30, TimeUnit.SECONDS);
      assertThat(blocking).isNotDone();
      leaving.commit();
    }
    assertThat(blocking.get(30, TimeUnit.SECONDS).eventIds()).hasSize(1);
  }

  @Test
  void what_would_leave_while_a_permission_ends_waits_until_that_is_recorded() throws Exception {
    SubjectId[] ended = new SubjectId[1];
    CompletableFuture<Boolean> early = new CompletableFuture<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Commands commands =
        nodes.start(
            (connection, events) -> {
              if (events.stream().anyMatch(it -> it.name().equals("processing.blocked"))) {
                CompletableFuture<Void> handover =
                    CompletableFuture.runAsync(
                        () -> {
                          try (Handovers.Handover later = nodes.handovers().begin(ended[0])) {
                            later.commit();
                          } catch (SQLException failure) {
                            throw new IllegalStateException(failure);
                          }
                        },
                        threads);
                nodes.awaitWaitingForLock(handover);
                early.complete(handover.isDone());
                handover.whenComplete((done, failure) -> begun.complete(null));
              }
            });
    ended[0] = registered(commands);

    block(commands, ended[0]).get(30, TimeUnit.SECONDS);

    assertThat(early).isCompletedWithValue(false);
    assertThat(begun).succeedsWithin(30, TimeUnit.SECONDS);
  }
}
