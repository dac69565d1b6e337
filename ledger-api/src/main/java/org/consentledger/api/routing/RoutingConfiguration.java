package org.consentledger.api.routing;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts {@link ShapedMappings} in the place of Spring's own. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

  @Bean
  WebMvcRegistrations shapedMappings() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ShapedMappings();
      }
    };
  }
}
