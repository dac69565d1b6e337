package org.consentledger.api.copies;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.Vouchers;

/** A time-stamping authority: it keeps nothing, and its stamp shows when a checkpoint was there. */
final class TimeStampPlace implements Place {

  private final TimeStampClient client;
  private final Vouchers vouchers;
  private final Duration every;

  TimeStampPlace(TimeStampClient client, Vouchers vouchers, Duration every) {
    this.client = client;
    this.vouchers = vouchers;
    this.every = every;
  }

  @Override
  public Id id() {
    return new Id(Kind.TIME_STAMP, client.address());
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public boolean lacks(VouchedCheckpoint newest, CopyState state) {
    return newest.size() > state.size();
  }

  @Override
  public Outcome deliver(VouchedCheckpoint newest, CopyState state) {
    byte[] note = newest.signed().note().format().getBytes(StandardCharsets.UTF_8);
    return switch (client.stamp(note)) {
      case TimeStampClient.Answer.Stamped stamped -> {
        vouchers.add(newest.size(), stamped.stamp());
        yield new Outcome.Delivered(newest.size(), 1);
      }
      case TimeStampClient.Answer.Refused refused ->
          new Outcome.Failed(refused.failure(), refused.detail());
    };
  }
}
