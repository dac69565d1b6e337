package org.consentledger.core.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * What goes into the transaction of a command beside its events: the personal data that the events
 * refer to, and the answer that is kept under the idempotency key. Travels with the command, and
 * carries the outcome back.
 */
public final class Attachment {

  private final List<Write> withEvents;
  private final Function<Appended, List<Write>> inAnyCase;
  private final long prepared = System.nanoTime();
  private final AtomicReference<Appended> outcome = new AtomicReference<>();

  /**
   * Prepares an attachment.
   *
   * @param withEvents executed only if the command emits events
   * @param inAnyCase executed also if nothing was to change
   */
  public Attachment(List<Write> withEvents, Function<Appended, List<Write>> inAnyCase) {
    this.withEvents = List.copyOf(withEvents);
    this.inAnyCase = inAnyCase;
  }

  /** Nothing beside the events. */
  public static Attachment none() {
    return new Attachment(List.of(), appended -> List.of());
  }

  /** What the append came to, once it is committed. */
  public Optional<Appended> outcome() {
    return Optional.ofNullable(outcome.get());
  }

  long nanosSinceItWasPrepared() {
    return System.nanoTime() - prepared;
  }

  List<Write> withEvents() {
    return withEvents;
  }

  List<Write> inAnyCase(Appended appended) {
    return inAnyCase.apply(appended);
  }

  void committed(Appended appended) {
    outcome.set(appended);
  }
}
