package org.consentledger.api.receipt;

/** What the person may do (clause 4.1), as every receipt tells. */
enum Right {
  /** To know what is held, why, and who got it. */
  ACCESS,
  /** To have data corrected. */
  RECTIFICATION,
  /** To have data blocked. */
  BLOCKING,
  /** To have data destroyed. */
  DESTRUCTION,
  /** To take the consent back. */
  WITHDRAWAL,
  /** To demand that processing stops. */
  CESSATION,
  /** To complain to the authority or a court. */
  COMPLAINT
}
