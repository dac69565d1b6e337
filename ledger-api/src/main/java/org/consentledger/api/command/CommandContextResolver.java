package org.consentledger.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@link CommandContext} from a request. */
final class CommandContextResolver implements HandlerMethodArgumentResolver {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final String SUBJECTS = "/api/v1/subjects/";
  private static final int LONGEST_KEY = 255;
  private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(CommandContext.class);
  }

  @Override
  public CommandContext resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    Principal principal = web.getUserPrincipal();
    if (request == null || principal == null) {
      throw new IllegalStateException("Commands come over HTTP from somebody who is known.");
    }
    return new CommandContext(
        principal.getName(),
        idempotencyKey(request.getHeader(IDEMPOTENCY_KEY)),
        expectedVersion(request),
        request.getMethod() + " " + request.getRequestURI());
  }

  private static @Nullable String idempotencyKey(@Nullable String header) {
    if (header != null && (header.isBlank() || header.length() > LONGEST_KEY)) {
      throw invalid("An Idempotency-Key has 1 to 255 characters.");
    }
    return header;
  }

  private static @Nullable Long expectedVersion(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null) {
      return null;
    }
    if (!request.getServletPath().startsWith(SUBJECTS)) {
      throw invalid("If-Match is for commands to a subject; what is here has no ETag.");
    }
    if (header.strip().equals("*")) {
      return null; // RFC 9110, 13.1.1: there is a subject, and who is not there answers 404
    }
    Matcher tag = ENTITY_TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw invalid("If-Match takes the ETag of the subject's state, as it was given, or *.");
    }
    return Long.valueOf(tag.group(1));
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "INVALID_HEADER", detail));
  }
}
