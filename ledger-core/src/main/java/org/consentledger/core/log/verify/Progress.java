package org.consentledger.core.log.verify;

/** Hears how far a verification has come. It is called on the thread of whoever verifies. */
@FunctionalInterface
public interface Progress {

  /**
   * Some more is done.
   *
   * @param done how many bytes were checked, unpacked
   * @param total how many there are
   */
  void advanced(long done, long total);
}
