package org.consentledger.core.export;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.core.export.ExportCommand.RequestExport;
import org.consentledger.core.export.ExportEvent.ExportRequested;
import org.jspecify.annotations.Nullable;

/** Axon's view of an export: asked for once. */
public class Export {

  @AggregateIdentifier private @Nullable String identifier;

  /** For Axon, which folds the events over it. */
  protected Export() {}

  @CommandHandler
  Export(RequestExport command, Clock clock) {
    AggregateLifecycle.apply(
        new ExportRequested(
            command.exportId(), command.format(), command.scope(), clock.instant()));
  }

  @EventSourcingHandler
  void on(ExportEvent event) {
    identifier = identifier(event.exportId());
  }

  /** The aggregate identifier of an export. */
  public static String identifier(UUID exportId) {
    return "export:" + exportId;
  }
}
