package org.consentledger.api.accuracy;

import org.consentledger.core.calendar.Deadlines;
import org.consentledger.projections.accuracy.AccuracyProjection;
import org.consentledger.projections.accuracy.AccuracyReviews;
import org.consentledger.projections.current.CurrentRegisters;
import org.consentledger.projections.current.CurrentSubjects;
import org.consentledger.projections.streaming.Progress;
import org.consentledger.projections.streaming.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AccuracyConfiguration {

  @Bean
  Projection accuracyProjection(JdbcClient database, CurrentSubjects subjects) {
    return new AccuracyProjection(database, subjects);
  }

  @Bean
  AccuracyReviews accuracyReviews(
      JdbcClient database, CurrentRegisters registers, Deadlines deadlines, Progress progress) {
    return new AccuracyReviews(database, registers, deadlines, progress);
  }
}
