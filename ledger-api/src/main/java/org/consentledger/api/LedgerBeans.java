package org.consentledger.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.consentledger.api.invitation.InvitationErasure;
import org.consentledger.api.mailing.LettersErasure;
import org.consentledger.core.calendar.Deadlines;
import org.consentledger.core.eventstore.AppendObserver;
import org.consentledger.core.eventstore.Appender;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.eventstore.EventLog;
import org.consentledger.core.eventstore.EventSerializer;
import org.consentledger.core.eventstore.Handovers;
import org.consentledger.core.eventstore.LedgerAxon;
import org.consentledger.core.log.SealingLoop;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.personaldata.Erasure;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.projections.audience.Audience;
import org.consentledger.projections.breaches.BreachProjection;
import org.consentledger.projections.breaches.Breaches;
import org.consentledger.projections.current.CurrentFootings;
import org.consentledger.projections.current.CurrentProjection;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.current.CurrentUsers;
import org.consentledger.projections.current.CurrentWebhooks;
import org.consentledger.projections.current.Decisions;
import org.consentledger.projections.current.DueConsents;
import org.consentledger.projections.current.ReadSubjects;
import org.consentledger.projections.disposal.DisposalList;
import org.consentledger.projections.disposal.DisposalProjection;
import org.consentledger.projections.due.DueList;
import org.consentledger.projections.due.DueProjection;
import org.consentledger.projections.due.DueReview;
import org.consentledger.projections.export.Exporter;
import org.consentledger.projections.history.HistoryFeed;
import org.consentledger.projections.history.HistoryProjection;
import org.consentledger.projections.history.HistoryQuery;
import org.consentledger.projections.mailing.MailingProjection;
import org.consentledger.projections.mailing.Mailings;
import org.consentledger.projections.requests.RequestProjection;
import org.consentledger.projections.requests.Requests;
import org.consentledger.projections.search.SearchProjection;
import org.consentledger.projections.search.SubjectSearch;
import org.consentledger.projections.statistics.Statistics;
import org.consentledger.projections.streaming.Progress;
import org.consentledger.projections.streaming.Projection;
import org.consentledger.projections.streaming.Rebuilds;
import org.consentledger.projections.streaming.SpringTransactions;
import org.consentledger.projections.streaming.StreamingProjections;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the core and the projections together. They know nothing of Spring's container; here is the
 * one place that does.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class LedgerBeans {

  /** Microseconds are what the database keeps; finer times would change when they are read back. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  @Bean
  @DependsOnDatabaseInitialization
  CurrentRegisters currentRegisters(JdbcClient database) {
    return new CurrentRegisters(database);
  }

  @Bean
  ReadSubjects readSubjects() {
    return new ReadSubjects();
  }

  @Bean
  CurrentSubjects currentSubjects(
      JdbcClient database, CurrentRegisters registers, ReadSubjects read) {
    return new CurrentSubjects(database, registers, read);
  }

  @Bean
  Requests requests(JdbcClient database) {
    return new Requests(database);
  }

  @Bean
  Breaches breaches(JdbcClient database) {
    return new Breaches(database);
  }

  @Bean
  Statistics statistics(JdbcClient database) {
    return new Statistics(database);
  }

  @Bean
  DueConsents dueConsents(JdbcClient database) {
    return new DueConsents(database);
  }

  @Bean
  EventSerializer eventSerializer() {
    return new EventSerializer();
  }

  @Bean
  @DependsOnDatabaseInitialization
  Appender appender(
      DataSource dataSource,
      EventSerializer serializer,
      Clock clock,
      Vault vault,
      SealingLoop sealing,
      ReadSubjects read,
      AppendObserver observer) {
    return new Appender(
        dataSource,
        serializer,
        clock,
        List.of(
            new CurrentProjection(read),
            new RequestProjection(),
            new BreachProjection(),
            new MailingProjection(),
            new Erasure(vault),
            new LettersErasure(),
            new InvitationErasure()),
        sealing::refusal,
        observer);
  }

  @Bean
  Progress progress(JdbcClient database) {
    return new Progress(database);
  }

  @Bean
  Projection historyProjection(JdbcClient database) {
    return new HistoryProjection(database);
  }

  @Bean
  Projection searchProjection(JdbcClient database, CurrentSubjects subjects) {
    return new SearchProjection(database, subjects);
  }

  @Bean
  Projection dueProjection(
      JdbcClient database, CurrentSubjects subjects, CurrentRegisters registers, Clock clock) {
    return new DueProjection(database, subjects, registers, clock);
  }

  /** It reads histories on the connection on which it writes. */
  @Bean
  Projection disposalProjection(
      JdbcClient database, DataSource dataSource, EventSerializer serializer, Appender appender) {
    return new DisposalProjection(
        database,
        LedgerAxon.histories(
            new TransactionAwareDataSourceProxy(dataSource), serializer, appender));
  }

  @Bean
  DisposalList disposalList(JdbcClient database, Progress progress) {
    return new DisposalList(database, progress);
  }

  @Bean
  DueReview dueReview(
      JdbcClient database,
      PlatformTransactionManager transactions,
      CurrentSubjects subjects,
      CurrentRegisters registers,
      Clock clock) {
    return new DueReview(
        database, new TransactionTemplate(transactions), subjects, registers, clock);
  }

  @Bean
  DueList dueList(
      JdbcClient database,
      CurrentSubjects subjects,
      CurrentRegisters registers,
      Progress progress) {
    return new DueList(database, subjects, registers, progress);
  }

  @Bean(destroyMethod = "shutdown")
  Configuration axon(
      DataSource dataSource,
      EventSerializer serializer,
      Appender appender,
      CurrentRegisters registers,
      CurrentSubjects subjects,
      Deadlines deadlines,
      Clock clock,
      PlatformTransactionManager transactions,
      List<Projection> projections,
      Progress progress) {
    Configurer configurer =
        LedgerAxon.configure(
            dataSource,
            serializer,
            appender,
            registers,
            subjects,
            deadlines,
            clock,
            new SpringTransactions(transactions));
    StreamingProjections.register(configurer, dataSource, projections, progress);
    return configurer.start();
  }

  @Bean
  Commands commands(Configuration axon) {
    return LedgerAxon.commands(axon);
  }

  @Bean
  EventLog eventLog(Configuration axon) {
    return LedgerAxon.eventLog(axon);
  }

  @Bean
  Decisions decisions(CurrentSubjects subjects, CurrentRegisters registers, EventLog eventLog) {
    return new Decisions(subjects, registers, eventLog);
  }

  @Bean
  Audience audience(JdbcClient database, CurrentRegisters registers) {
    return new Audience(new CurrentFootings(database, registers));
  }

  @Bean
  Mailings mailings(JdbcClient database) {
    return new Mailings(database);
  }

  @Bean
  Handovers handovers(DataSource dataSource) {
    return new Handovers(dataSource);
  }

  @Bean
  Exporter exporter(JdbcClient database, TransparencyLog log, Progress progress, Clock clock) {
    return new Exporter(database, log, progress, clock);
  }

  @Bean
  HistoryQuery historyQuery(JdbcClient database, Progress progress) {
    return new HistoryQuery(database, progress);
  }

  @Bean
  HistoryFeed historyFeed(JdbcClient database) {
    return new HistoryFeed(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  CurrentWebhooks currentWebhooks(JdbcClient database) {
    return new CurrentWebhooks(database);
  }

  @Bean
  @DependsOnDatabaseInitialization
  CurrentUsers currentUsers(JdbcClient database) {
    return new CurrentUsers(database);
  }

  @Bean
  SubjectSearch subjectSearch(JdbcClient database, Progress progress) {
    return new SubjectSearch(database, progress);
  }

  @Bean(initMethod = "resume")
  Rebuilds rebuilds(
      List<Projection> projections,
      EventLog eventLog,
      JdbcClient database,
      PlatformTransactionManager transactions,
      Progress progress,
      Clock clock) {
    return new Rebuilds(
        projections, eventLog, database, new TransactionTemplate(transactions), progress, clock);
  }
}
