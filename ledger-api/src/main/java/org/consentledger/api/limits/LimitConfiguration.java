package org.consentledger.api.limits;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.api.problem.ProblemWriter;
import org.consentledger.core.eventstore.Admission;
import org.consentledger.core.eventstore.Appender;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Places the limits: behind the security, which knows who asks, and before bodies are read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

  private static final int BEHIND_SECURITY = 0;
  private static final String[] API = {"/api/*", "/log/*"};

  /** Puts whoever asks the pool in a row. */
  @Bean
  static BeanPostProcessor fairConnections() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new FairConnections(pool) : bean;
      }
    };
  }

  @Bean
  MeterBinder waitingForConnection(DataSource dataSource) {
    return registry ->
        Gauge.builder("ledger.connections.waiting", dataSource, LimitConfiguration::waiting)
            .description("How many wait for a connection to the database")
            .register(registry);
  }

  private static int waiting(DataSource dataSource) {
    return fair(dataSource).map(FairConnections::waiting).orElse(0);
  }

  @Bean
  Admission admission(LimitProperties properties, Appender appender) {
    return new Admission(
        properties.commandsUnderWay(), properties.longestWait(), appender::expectedWait);
  }

  @Bean
  FilterRegistrationBean<ClientLimits> clientLimits(
      LimitProperties properties, RefusedRequests refused, ProblemWriter writer) {
    return placed(new ClientLimits(properties, refused, writer), BEHIND_SECURITY);
  }

  @Bean
  FilterRegistrationBean<ConnectionQueue> connectionQueue(
      LimitProperties properties,
      DataSource dataSource,
      RefusedRequests refused,
      ProblemWriter writer) {
    return placed(
        new ConnectionQueue(
            properties.waitingForConnection(), () -> waiting(dataSource), refused, writer),
        BEHIND_SECURITY + 1);
  }

  /** What waits in a row before the pool; none where the pool is another. */
  private static Optional<FairConnections> fair(DataSource dataSource) {
    try {
      return dataSource.isWrapperFor(FairConnections.class)
          ? Optional.of(dataSource.unwrap(FairConnections.class))
          : Optional.empty();
    } catch (SQLException none) {
      return Optional.empty();
    }
  }

  private static <F extends OncePerRequestFilter> FilterRegistrationBean<F> placed(
      F filter, int order) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(API);
    registration.setOrder(order);
    return registration;
  }
}
