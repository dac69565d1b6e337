package org.consentledger.api;

import org.consentledger.core.personaldata.VaultUnusable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a person a sentence where the root key does not open the vault. */
final class VaultUnusableAnalyzer extends AbstractFailureAnalyzer<VaultUnusable> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, VaultUnusable cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
