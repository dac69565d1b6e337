package org.consentledger.core.log;

import java.time.Instant;

/**
 * What a time-stamping authority says: that these bytes were there at that moment (RFC 3161). The
 * bytes are a checkpoint as the log signed it.
 */
public final class TimeStamp {

  private final String authority;
  private final byte[] stamped;
  private final byte[] response;
  private final Instant stampedAt;
  private final Instant receivedAt;

  /**
   * A time stamp, which the caller has verified.
   *
   * @param authority where it was asked
   * @param stamped the bytes
   * @param response the TimeStampResp, in DER
   * @param stampedAt the moment that the authority vouches for
   * @param receivedAt when its response came
   */
  public TimeStamp(
      String authority, byte[] stamped, byte[] response, Instant stampedAt, Instant receivedAt) {
    this.authority = authority;
    this.stamped = stamped.clone();
    this.response = response.clone();
    this.stampedAt = stampedAt;
    this.receivedAt = receivedAt;
  }

  /** Where it was asked. */
  public String authority() {
    return authority;
  }

  /** A copy of the bytes that the stamp is over. */
  public byte[] stamped() {
    return stamped.clone();
  }

  /** A copy of the TimeStampResp, in DER. */
  public byte[] response() {
    return response.clone();
  }

  /** The moment that the authority vouches for. */
  public Instant stampedAt() {
    return stampedAt;
  }

  /** When its response came. */
  public Instant receivedAt() {
    return receivedAt;
  }
}
