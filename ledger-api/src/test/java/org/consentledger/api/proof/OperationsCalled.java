package org.consentledger.api.proof;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes the operations that reach a controller, as method and path of the OpenAPI document. It
 * notes them before they are carried out, so that none is missing when a client has its answer.
 */
@TestComponent
public final class OperationsCalled implements HandlerInterceptor, WebMvcConfigurer {

  private final SortedSet<String> called = new ConcurrentSkipListSet<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (path != null) {
      called.add(request.getMethod() + " " + path);
    }
    return true;
  }

  void forget() {
    called.clear();
  }

  SortedSet<String> sinceForgotten() {
    return new TreeSet<>(called);
  }
}
