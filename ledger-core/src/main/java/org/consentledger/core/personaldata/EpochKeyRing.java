package org.consentledger.core.personaldata;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.consentledger.core.personaldata.EpochKeyCommand.DestroyEpochKey;
import org.consentledger.core.personaldata.EpochKeyCommand.ReplaceRootKey;
import org.consentledger.core.personaldata.EpochKeyCommand.RotateEpochKey;
import org.consentledger.core.personaldata.EpochKeyEvent.EpochKeyDestroyed;
import org.consentledger.core.personaldata.EpochKeyEvent.EpochKeyRotated;
import org.consentledger.core.personaldata.EpochKeyEvent.RootKeyReplaced;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the keys above the subjects' keys; a ledger has one. Of several nodes that do the
 * same at once, one records it. A number is never used twice, not even after an older state of the
 * database was restored.
 */
public class EpochKeyRing {

  /** The aggregate identifier of the one ring. */
  public static final String IDENTIFIER = "epoch-keys";

  /** The first epoch and the first root key are there before anything is recorded. */
  private static final int FIRST = 1;

  @AggregateIdentifier private @Nullable String identifier;
  private int newest = FIRST;
  private int rootKey = FIRST;
  private @Nullable Integer retiring;

  /** For Axon, which folds the events over it. */
  protected EpochKeyRing() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RotateEpochKey command, Clock clock) {
    if (command.epoch() > newest) {
      AggregateLifecycle.apply(
          new EpochKeyRotated(command.epoch(), command.retired(), command.keys(), clock.instant()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DestroyEpochKey command, Clock clock) {
    if (retiring != null && command.epoch() == retiring) {
      AggregateLifecycle.apply(new EpochKeyDestroyed(command.epoch(), clock.instant()));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReplaceRootKey command, Clock clock) {
    if (command.rootKey() > rootKey) {
      AggregateLifecycle.apply(new RootKeyReplaced(command.rootKey(), clock.instant()));
    }
  }

  @EventSourcingHandler
  void on(EpochKeyEvent event) {
    identifier = IDENTIFIER;
    switch (event) {
      case EpochKeyRotated rotated -> {
        newest = rotated.epoch();
        retiring = rotated.retired();
      }
      case EpochKeyDestroyed destroyed -> retiring = null;
      case RootKeyReplaced replaced -> rootKey = replaced.rootKey();
    }
  }
}
