package org.consentledger.api.bench;

/** Measures one row of the table. */
interface Row {

  /** Such as P1. */
  String name();

  Finding measure(Scene scene) throws Exception;
}
