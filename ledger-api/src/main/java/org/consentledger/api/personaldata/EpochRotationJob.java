package org.consentledger.api.personaldata;

import java.time.Clock;
import java.time.Duration;
import org.consentledger.api.jobs.Job;
import org.consentledger.core.eventstore.LedgerHalted;
import org.consentledger.core.eventstore.LedgerUnavailable;
import org.consentledger.core.personaldata.EpochRotation;
import org.consentledger.core.personaldata.Epochs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Replaces the key of the epoch when it is old enough, and brings to its end what was begun, by
 * itself or by an administrator, on whichever node.
 */
@Component
final class EpochRotationJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(EpochRotationJob.class);

  private final EpochRotation rotation;
  private final Epochs epochs;
  private final Clock clock;
  private final Duration period;
  private final Duration every;

  /**
   * Rotates.
   *
   * @param period how old an epoch becomes. What is destroyed today is dead in backups and in the
   *     database's log after one period at the latest. Thirty days is less than backups are kept as
   *     a rule; and each rotation writes each subject's key once more, so a day would cost a large
   *     ledger more than it is worth.
   * @param every how often it is looked whether there is something to do
   */
  EpochRotationJob(
      EpochRotation rotation,
      Epochs epochs,
      Clock clock,
      @Value("${ledger.epoch-rotation.period:P30D}") Duration period,
      @Value("${ledger.epoch-rotation.every:PT1M}") Duration every) {
    this.rotation = rotation;
    this.epochs = epochs;
    this.clock = clock;
    this.period = period;
    this.every = every;
  }

  @Override
  public String name() {
    return "epoch-rotation";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void run() {
    if (!epochs.current().since().plus(period).isAfter(clock.instant())) {
      rotation.begin();
    }
    rotation.goOn();
  }

  /** Goes on at once with what was begun; if that fails, the next run does. */
  void soon() {
    Thread.ofVirtual()
        .name("ledger-epoch-rotation")
        .start(
            () -> {
              try {
                rotation.goOn();
              } catch (LedgerUnavailable | LedgerHalted notNow) {
                LOG.warn("The rotation of the epoch key waits until the ledger records again.");
              } catch (RuntimeException failure) {
                LOG.warn(
                    "The rotation of the epoch key was interrupted; it goes on soon.", failure);
              }
            });
  }
}
