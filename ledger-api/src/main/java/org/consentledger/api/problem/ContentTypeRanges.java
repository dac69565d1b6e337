package org.consentledger.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a {@code Content-Type} that is a range such as {@code application/*}: a body is of one
 * type, and Spring fails over a range as over a fault of its own.
 */
final class ContentTypeRanges extends OncePerRequestFilter {
  private final ProblemWriter writer;

  ContentTypeRanges(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isRange(request.getContentType())) {
      writer.write(StatusProblems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE), response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isRange(@Nullable String type) {
    if (type == null || type.indexOf('*') < 0) {
      return false;
    }
    try {
      MediaType parsed = MediaType.parseMediaType(type);
      return parsed.isWildcardType() || parsed.isWildcardSubtype();
    } catch (InvalidMediaTypeException noType) {
      return false; // Spring answers these itself
    }
  }
}
