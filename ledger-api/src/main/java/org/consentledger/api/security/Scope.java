package org.consentledger.api.security;

/** What an access token allows. */
public enum Scope {
  COMMAND("ledger.command", "Record what is done"),
  DECIDE("ledger.decide", "Ask whether something is permitted"),
  QUERY("ledger.query", "Read state and history"),
  PERSONAL_DATA("ledger.personal-data", "Read personal data"),
  AUDIT("ledger.audit", "Export and prove"),
  ADMIN("ledger.admin", "Keep the registers");

  private final String value;
  private final String description;

  Scope(String value, String description) {
    this.value = value;
    this.description = description;
  }

  /** As it stands in requests and tokens. */
  public String value() {
    return value;
  }

  /** What it allows, for a person. */
  public String description() {
    return description;
  }
}
