package org.consentledger.api.problem;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Places the answers to errors at the three gates: Spring MVC, the filters, Tomcat. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
  @Bean
  ProblemWriter problemWriter(JsonMapper mapper) {
    return new ProblemWriter(mapper);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(
      ProblemWriter writer, @Value("${ledger.body-limit:1MB}") DataSize limit) {
    FilterRegistrationBean<BodyLimit> filter =
        new FilterRegistrationBean<>(new BodyLimit(limit.toBytes(), writer));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  @Bean
  FilterRegistrationBean<ContentTypeRanges> contentTypeRanges(ProblemWriter writer) {
    FilterRegistrationBean<ContentTypeRanges> filter =
        new FilterRegistrationBean<>(new ContentTypeRanges(writer));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
    return filter;
  }

  /** The default answers with an error page, whose request may be the one that was rejected. */
  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter writer) {
    return (request, response, rejected) ->
        writer.write(StatusProblems.of(HttpStatus.BAD_REQUEST), response);
  }

  /** After Boot's own, so that the answer of ours is the first to be asked. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrorAnswer() {
    return server ->
        server.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ServerErrorAnswer()));
  }
}
