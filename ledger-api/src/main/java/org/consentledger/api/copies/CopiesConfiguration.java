package org.consentledger.api.copies;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.consentledger.core.log.Sealer;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.Vouchers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** Puts the places outside together. Where none is named, nothing runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CopiesProperties.class)
class CopiesConfiguration {

  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofSeconds(30);

  @Bean
  Vouchers vouchers(JdbcClient database) {
    return new Vouchers(database);
  }

  @Bean
  CopyStates copyStates(JdbcClient database) {
    return new CopyStates(database);
  }

  @Bean
  OutsidePlaces outsidePlaces(
      CopiesProperties properties,
      TransparencyLog log,
      Vouchers vouchers,
      CopyStates states,
      ObjectProvider<JavaMailSender> mail,
      Clock clock) {
    return new NamedPlaces(
            properties, log, vouchers, mail::getIfAvailable, CopiesConfiguration::http, clock)
        .outside(states);
  }

  @Bean(initMethod = "start")
  Deliveries deliveries(
      OutsidePlaces outside,
      CopyStates states,
      Vouchers vouchers,
      Sealer sealer,
      JdbcClient database,
      Clock clock) {
    return new Deliveries(
        outside.places(),
        states,
        new Turn(database, TURN),
        vouchers,
        sealer::compareAgain,
        clock,
        BETWEEN_TURNS);
  }

  @Bean
  CopiesStatus copiesStatus(
      OutsidePlaces outside, CopyStates states, Vouchers vouchers, Clock clock) {
    return new CopiesStatus(outside, states, vouchers, clock);
  }

  private static HttpClient http() {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(10))
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
