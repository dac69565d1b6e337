package org.consentledger.core.operator;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** What can happen to the operator's profile. */
public sealed interface OperatorEvent {

  /**
   * The operator described itself (clauses 1, 2.7). The profile names people, so that the vault
   * keeps it.
   *
   * @param number counts the versions, from 1
   * @param profileHash keyed hash of the profile, which tells versions apart and reveals nothing
   * @param profileReference where the vault keeps the profile
   */
  @Revision("1")
  record OperatorDescribed(
      int number, String profileHash, UUID profileReference, Instant describedAt)
      implements OperatorEvent {}
}
