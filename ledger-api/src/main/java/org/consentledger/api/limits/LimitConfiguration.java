package org.consentledger.api.limits;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.consentledger.api.problem.ProblemWriter;
import org.consentledger.core.eventstore.Admission;
import org.consentledger.core.eventstore.Appender;
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
            properties.waitingForConnection(), () -> pool(dataSource), refused, writer),
        BEHIND_SECURITY + 1);
  }

  private static Optional<HikariPoolMXBean> pool(DataSource dataSource) {
    try {
      return dataSource.isWrapperFor(HikariDataSource.class)
          ? Optional.ofNullable(dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean())
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
