package org.consentledger.api.log;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.consentledger.core.log.SealingLoop;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * While the log must not go on, nothing is decided by a state that may lack a withdrawal or a
 * destruction (promises 1 and 6). The history stays open to whoever looks for what is wrong.
 */
@Configuration(proxyBeanMethods = false)
class HaltedAnswers implements WebMvcConfigurer {

  private final SealingLoop sealing;

  HaltedAnswers(SealingLoop sealing) {
    this.sealing = sealing;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new Refusing(sealing))
        .addPathPatterns("/api/v1/**")
        .excludePathPatterns(
            "/api/v1/log/**", "/api/v1/events", "/api/v1/exports/**", "/api/v1/projections/**");
  }

  private record Refusing(SealingLoop sealing) implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      sealing.requireGoing();
      return true;
    }
  }
}
