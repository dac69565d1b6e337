package org.consentledger.api.security;

import org.jspecify.annotations.Nullable;

/**
 * The client that the ledger makes at its first start, with all scopes.
 *
 * @param id its id
 * @param newSecret its secret if it was generated at this start, to be shown once
 */
public record FirstClient(String id, @Nullable String newSecret) {
  @Override
  public String toString() {
    return "FirstClient[" + id + "]";
  }
}
