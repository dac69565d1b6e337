package org.consentledger.core.register;

/** Reads the registers as they are now. */
@FunctionalInterface
public interface RegisterReader {

  /** The registers, with everything that was acknowledged before the call. */
  Registers current();
}
