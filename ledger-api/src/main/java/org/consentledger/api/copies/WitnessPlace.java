package org.consentledger.api.copies;

import java.time.Clock;
import java.time.Duration;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.VouchedCheckpoint;
import org.consentledger.core.log.Vouchers;
import org.consentledger.core.log.WitnessLine;
import org.consentledger.core.log.note.AddCheckpoint;

/**
 * A witness. It cosigns only trees that go on from the one that it cosigned last, so that whatever
 * it says against the database is that of a log that went another way or farther.
 */
final class WitnessPlace implements Place {

  /** Its memory may change under us, if another node asks it too. */
  private static final int MOST_REQUESTS = 4;

  private final WitnessClient client;
  private final TransparencyLog log;
  private final Vouchers vouchers;
  private final Clock clock;

  WitnessPlace(WitnessClient client, TransparencyLog log, Vouchers vouchers, Clock clock) {
    this.client = client;
    this.log = log;
    this.vouchers = vouchers;
    this.clock = clock;
  }

  @Override
  public Id id() {
    return new Id(Kind.WITNESS, client.key().name());
  }

  @Override
  public Duration every() {
    return Duration.ZERO;
  }

  @Override
  public String testimony() {
    return "that the witness "
        + client.key().name()
        + " cosigned (if the witness is in error, take it out of ledger.log.witnesses)";
  }

  /** A database that was set back is told by what a witness holds, as soon as it answers. */
  @Override
  public boolean isAskedAtStart() {
    return true;
  }

  @Override
  public boolean lacks(VouchedCheckpoint newest, CopyState state) {
    return newest.size() > state.size();
  }

  @Override
  public Outcome deliver(VouchedCheckpoint newest, CopyState state) {
    return ask(newest, Math.min(state.size(), newest.size()), MOST_REQUESTS);
  }

  private Outcome ask(VouchedCheckpoint newest, long old, int requests) {
    long size = newest.size();
    return switch (client.add(request(old, newest))) {
      case WitnessClient.Answer.Cosigned cosigned -> {
        vouchers.add(size, new WitnessLine(client.key(), cosigned.line(), clock.instant()));
        yield new Outcome.Delivered(size, 1);
      }
      case WitnessClient.Answer.Holds holds when holds.size() > size ->
          new Outcome.Contradicted(holds.size(), false);
      case WitnessClient.Answer.Holds holds when holds.size() == old -> conflict(old, size);
      case WitnessClient.Answer.Holds holds ->
          requests > 1
              ? ask(newest, holds.size(), requests - 1)
              : new Outcome.Failed(Failure.MALFORMED, "it tells another size each time");
      case WitnessClient.Answer.Differs differs -> conflict(old, size);
      case WitnessClient.Answer.Refused refused
          when refused.failure() == Failure.PROOF_REFUSED && old == size ->
          conflict(old, size); // the proof is empty, so it is the root that it does not accept
      case WitnessClient.Answer.Refused refused ->
          new Outcome.Failed(refused.failure(), refused.detail());
    };
  }

  /** Of one size there is one tree; where it was asked with another, it makes no sense. */
  private static Outcome conflict(long old, long size) {
    return old == size
        ? new Outcome.Contradicted(size, true)
        : new Outcome.Failed(Failure.MALFORMED, "it tells of a conflict where there is none");
  }

  private AddCheckpoint request(long old, VouchedCheckpoint newest) {
    return new AddCheckpoint(old, log.consistency(old, newest.size()), newest.signed().note());
  }
}
