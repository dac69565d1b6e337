package org.consentledger.core.eventstore;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.consentledger.core.breach.Breach;
import org.consentledger.core.breach.BreachCommand;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.export.Export;
import org.consentledger.core.export.ExportCommand;
import org.consentledger.core.ground.Ground;
import org.consentledger.core.ground.GroundCommand;
import org.consentledger.core.inventory.InventoryCommand;
import org.consentledger.core.inventory.InventoryItem;
import org.consentledger.core.legalterm.ChangeableLegalTerm;
import org.consentledger.core.legalterm.LegalTermCommand;
import org.consentledger.core.mailing.Mailing;
import org.consentledger.core.mailing.MailingCommand;
import org.consentledger.core.operator.Operator;
import org.consentledger.core.operator.OperatorCommand;
import org.consentledger.core.personaldata.EpochKeyCommand;
import org.consentledger.core.personaldata.EpochKeyRing;
import org.consentledger.core.personaldata.PersonalDataAccess;
import org.consentledger.core.policy.Policy;
import org.consentledger.core.policy.PolicyCommand;
import org.consentledger.core.purpose.Purpose;
import org.consentledger.core.purpose.PurposeCommand;
import org.consentledger.core.recipient.Recipient;
import org.consentledger.core.recipient.RecipientCommand;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.request.Answering;
import org.consentledger.core.request.AuthorityRequests;
import org.consentledger.core.request.Request;
import org.consentledger.core.request.RequestCommand;
import org.consentledger.core.subject.DataSubject;
import org.consentledger.core.subject.HistoryReader;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.user.AccountActs;
import org.consentledger.core.user.User;
import org.consentledger.core.user.UserCommand;
import org.consentledger.core.webhook.Webhook;
import org.consentledger.core.webhook.WebhookCommand;

/**
 * Axon, put together by hand: its aggregates, its event store on our table, Jackson everywhere.
 * Nothing is located by itself, so that nothing comes in unasked; among other things the component
 * that reports usage to Axon's makers.
 */
public final class LedgerAxon {

  private LedgerAxon() {}

  /**
   * Configures Axon. Event processors are the caller's to add.
   *
   * @param appender where events are appended
   * @param subjects what commands to data subjects are decided on
   * @param deadlines how terms of the law are counted
   * @param transactions the transactions of event processors
   */
  public static Configurer configure(
      DataSource dataSource,
      EventSerializer serializer,
      Appender appender,
      RegisterReader registers,
      SubjectReader subjects,
      Deadlines deadlines,
      Clock clock,
      TransactionManager transactions) {
    System.setProperty("disable-axoniq-console-message", "true"); // it advertises in our log
    Function<Configuration, Serializer> jackson = configuration -> serializer;
    return DefaultConfigurer.defaultConfiguration(false)
        .configureSerializer(jackson)
        .configureEventSerializer(jackson)
        .configureMessageSerializer(jackson)
        .registerComponent(Clock.class, configuration -> clock)
        .registerComponent(Deadlines.class, configuration -> deadlines)
        .registerComponent(
            HistoryReader.class,
            configuration ->
                new EventLog(configuration.getComponent(EventStorageEngine.class))::historyOf)
        .registerComponent(RegisterReader.class, configuration -> new RegistersSeen(registers))
        .registerComponent(SubjectReader.class, configuration -> subjects)
        .registerComponent(Appender.class, configuration -> appender)
        .registerComponent(Handovers.class, configuration -> new Handovers(dataSource))
        .configureTransactionManager(configuration -> transactions)
        .registerComponent(
            EventStorageEngine.class,
            configuration -> new LedgerEventStorageEngine(dataSource, serializer, appender))
        .configureEventStore(
            configuration ->
                new LedgerEventStore(
                    configuration.getComponent(EventStorageEngine.class), subjects))
        // A command's transaction is the append's; until then it holds no connection.
        .configureCommandBus(
            configuration -> {
              SimpleCommandBus bus =
                  SimpleCommandBus.builder()
                      .transactionManager(NoTransactionManager.INSTANCE)
                      .build();
              bus.registerHandlerInterceptor(
                  new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
              bus.registerHandlerInterceptor(new AttachmentInterceptor());
              return bus;
            })
        .configureCorrelationDataProviders(
            configuration ->
                List.of(
                    new SimpleCorrelationDataProvider(RecordedEvent.ACTOR, RecordedEvent.REQUEST)))
        .configureAggregate(aggregate(DataSubject.class))
        .configureAggregate(aggregate(PersonalDataAccess.class))
        .configureAggregate(aggregate(Policy.class))
        .configureAggregate(aggregate(Purpose.class))
        .configureAggregate(aggregate(ChangeableLegalTerm.class))
        .configureAggregate(aggregate(Recipient.class))
        .configureAggregate(aggregate(Ground.class))
        .configureAggregate(aggregate(InventoryItem.class))
        .configureAggregate(aggregate(Webhook.class))
        .configureAggregate(aggregate(User.class))
        .configureAggregate(aggregate(AccountActs.class))
        .configureAggregate(aggregate(Export.class))
        .configureAggregate(aggregate(Mailing.class))
        .configureAggregate(aggregate(EpochKeyRing.class))
        .configureAggregate(aggregate(Operator.class))
        .configureAggregate(aggregate(Request.class))
        .configureAggregate(aggregate(Breach.class))
        .registerCommandHandler(
            configuration ->
                new Answering(
                    configuration.repository(Request.class),
                    configuration.repository(DataSubject.class),
                    clock))
        .registerCommandHandler(
            configuration ->
                new AuthorityRequests(
                    configuration.repository(Request.class),
                    configuration.repository(DataSubject.class),
                    clock));
  }

  /** The commands of a started configuration. */
  public static Commands commands(Configuration axon) {
    return new Commands(
        axon.commandBus(), axon.getComponent(Appender.class), axon.getComponent(Handovers.class));
  }

  /** The history of a started configuration. */
  public static EventLog eventLog(Configuration axon) {
    return new EventLog(axon.getComponent(EventStorageEngine.class));
  }

  /**
   * The histories of subjects, for projections: what follows the history is put together before the
   * configuration that drives it.
   */
  public static HistoryReader histories(
      DataSource dataSource, EventSerializer serializer, Appender appender) {
    return new EventLog(new LedgerEventStorageEngine(dataSource, serializer, appender))::historyOf;
  }

  private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
    return AggregateConfigurer.defaultConfiguration(type)
        .configureCommandTargetResolver(configuration -> targetResolver());
  }

  /** Finds the aggregate that a command concerns, and the version that its sender expects. */
  public static CommandTargetResolver targetResolver() {
    return command ->
        new VersionedAggregateIdentifier(
            identifier(command), (Long) command.getMetaData().get(Commands.EXPECTED_VERSION));
  }

  private static Object identifier(CommandMessage<?> command) {
    return switch (command.getPayload()) {
      case SubjectCommand subject -> subject.subjectId().toString();
      case PolicyCommand policy -> Policy.identifier(policy.version().value());
      case PurposeCommand purpose -> Purpose.identifier(purpose.purposeId().value());
      case LegalTermCommand term -> ChangeableLegalTerm.identifier(term.id());
      case RecipientCommand recipient -> Recipient.identifier(recipient.recipientId().value());
      case GroundCommand ground -> Ground.identifier(ground.ground());
      case InventoryCommand inventory -> inventory.key().toString();
      case WebhookCommand webhook -> Webhook.identifier(webhook.webhookId().value());
      case UserCommand.RecordUser user -> User.identifier(user.userId());
      case UserCommand.RecordAccountAct act -> AccountActs.identifier(act.actId());
      case ExportCommand export -> Export.identifier(export.exportId());
      case RequestCommand request -> Request.identifier(request.requestId());
      case BreachCommand breach -> Breach.identifier(breach.breachId());
      case MailingCommand mailing -> Mailing.identifier(mailing.mailingId());
      case OperatorCommand operator -> Operator.IDENTIFIER;
      case EpochKeyCommand ring -> EpochKeyRing.IDENTIFIER;
      default -> throw new IllegalArgumentException("No aggregate takes this command.");
    };
  }
}
