package org.consentledger.api.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows who is signed in. */
@FunctionalInterface
public interface Readers {

  /** Whoever sent the request; empty where nobody is signed in. */
  Optional<Reader> find(HttpServletRequest request);
}
