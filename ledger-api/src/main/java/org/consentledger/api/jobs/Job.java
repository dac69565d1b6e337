package org.consentledger.api.jobs;

import java.time.Duration;

/** Something that is done again and again. Being interrupted anywhere does no harm. */
public interface Job {

  /** Its name, as operators know it; the same for ever. */
  String name();

  /** How long after it was done it is done again. */
  Duration every();

  /** Does it. */
  void run();
}
