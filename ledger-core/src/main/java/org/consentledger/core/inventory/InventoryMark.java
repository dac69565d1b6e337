package org.consentledger.core.inventory;

/** What can be said of an item of the inventory in one word. */
public enum InventoryMark {
  /** A measure by technical means (clause 8.1). */
  TECHNICAL,
  /** A measure by rules and people (clause 8.1). */
  ORGANISATIONAL,
  /** A category of data that tells who somebody is (clause 2.8). */
  IDENTITY,
  /** A category of data that the law protects more than others (clause 2.8). */
  SPECIAL
}
