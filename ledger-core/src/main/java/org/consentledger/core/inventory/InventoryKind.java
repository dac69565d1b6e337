package org.consentledger.core.inventory;

/** What an item of the inventory is. */
public enum InventoryKind {
  /** A system that holds personal data (clause 2.4). */
  INFORMATION_SYSTEM("information-system", "2.4"),
  /** A measure that protects personal data (clause 8.1). */
  MEASURE("measure", "8.1"),
  /** Somebody's undertaking of confidentiality (section 11). */
  UNDERTAKING("undertaking", "11"),
  /** A category of personal data (clause 2.8). */
  CATEGORY("category", "2.8");

  private final String word;
  private final String clause;

  InventoryKind(String word, String clause) {
    this.word = word;
    this.clause = clause;
  }

  /** The clause of the policy that asks for such a register. */
  public String clause() {
    return clause;
  }

  String word() {
    return word;
  }
}
