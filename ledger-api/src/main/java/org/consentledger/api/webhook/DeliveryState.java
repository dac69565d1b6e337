package org.consentledger.api.webhook;

/** Where a delivery stands; the names are stored and shown. */
enum DeliveryState {
  /** It is sent as soon as it is its turn. */
  WAITING,
  /** The receiver has it. */
  DELIVERED,
  /** It was given up, and waits for an administrator. */
  DEAD
}
