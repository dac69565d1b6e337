package org.consentledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ThrownProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a page where a page fails: what happened and what one can do, in the reader's language. It
 * says what the API's problem says, and no more; it reads nothing, so that it is shown also where
 * the database is away.
 */
@Component
final class PageFailures implements HandlerExceptionResolver, Ordered {

  private static final String SHOWN = PageFailures.class.getName();

  private final ProblemWords words;
  private final Assets assets;

  PageFailures(ProblemWords words, Assets assets) {
    this.words = words;
    this.assets = assets;
  }

  /** Before those that answer with JSON. */
  @Override
  public int getOrder() {
    return -1;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    boolean forSecurity =
        failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
    boolean failedItself = request.getAttribute(SHOWN) != null;
    if (forSecurity || failedItself || response.isCommitted() || !PagePaths.include(request)) {
      return null;
    }
    request.setAttribute(SHOWN, true);
    ThrownProblems.Answer answer = ThrownProblems.of(failure);
    answer
        .headers()
        .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    return page(request, answer.problem());
  }

  private ModelAndView page(HttpServletRequest request, Problem problem) {
    Locale locale = ReaderLanguage.locale(ReaderLanguage.of(request));
    ModelAndView page = new ModelAndView("page/failure");
    page.setStatus(HttpStatusCode.valueOf(problem.status()));
    page.addObject("frame", Frames.bare(request));
    page.addObject("assets", assets);
    page.addObject("heading", words.heading(problem, locale));
    page.addObject("text", words.text(problem, locale));
    page.addObject("problem", problem);
    return page;
  }
}
