package org.consentledger.api.console.subject;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request as a link makes it: a browser cannot say in {@code Accept} which form is wanted. */
final class AskedFor extends HttpServletRequestWrapper {

  private final MediaType form;

  AskedFor(HttpServletRequest request, MediaType form) {
    super(request);
    this.form = form;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? form.toString() : super.getHeader(name);
  }
}
