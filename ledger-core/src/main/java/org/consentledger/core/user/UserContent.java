package org.consentledger.core.user;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is said of a user.
 *
 * @param roles what they are there for
 * @param active whether they may sign in
 * @param nameHash keyed hash of their names, which tells versions apart and reveals nothing
 * @param nameReference where the vault keeps their names
 */
public record UserContent(
    SortedSet<Role> roles, boolean active, String nameHash, UUID nameReference) {

  /** Copies the set. */
  public UserContent {
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  /** Whether the other says the same; where the vault keeps it does not matter. */
  boolean says(UserContent other) {
    return new UserContent(roles, active, nameHash, other.nameReference).equals(other);
  }
}
