package org.consentledger.core.request;

/**
 * The number under which a request is entered: running through a year of Kazakhstan from 1, without
 * gaps, over all nodes.
 *
 * @param year the year in which it was entered
 * @param number its place among those of the year
 */
public record RequestNumber(int year, int number) {

  /** As people say it: {@code 2026-17}. */
  @Override
  public String toString() {
    return year + "-" + number;
  }
}
