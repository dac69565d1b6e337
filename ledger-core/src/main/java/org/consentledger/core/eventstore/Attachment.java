package org.consentledger.core.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What goes into the transaction of a command beside its events: the personal data that the events
 * refer to, and the answer that is kept under the idempotency key. Travels with the command, and
 * carries the outcome back.
 */
public final class Attachment {

  private final List<Write> withEvents;
  private final Function<Appended, List<Write>> inAnyCase;
  private final @Nullable String key;
  private final Function<Appended, Optional<KeptAnswer>> answer;
  private final List<SubjectId> endedPermissions;
  private final long prepared = System.nanoTime();
  private final AtomicReference<Outcome> outcome;

  /**
   * What became of it.
   *
   * @param answer the answer that was kept, if there was a key to keep it under
   * @param nothingLeft whether nothing was being handed over to those whose permissions it ended
   *     when it was committed
   */
  record Outcome(Appended appended, Optional<KeptAnswer> answer, boolean nothingLeft) {}

  private Attachment(
      List<Write> withEvents,
      Function<Appended, List<Write>> inAnyCase,
      @Nullable String key,
      Function<Appended, Optional<KeptAnswer>> answer,
      List<SubjectId> endedPermissions,
      AtomicReference<Outcome> outcome) {
    this.withEvents = List.copyOf(withEvents);
    this.inAnyCase = inAnyCase;
    this.key = key;
    this.answer = answer;
    this.endedPermissions = List.copyOf(endedPermissions);
    this.outcome = outcome;
  }

  /**
   * Prepares an attachment.
   *
   * @param withEvents executed only if the command emits events
   * @param inAnyCase executed also if nothing was to change
   */
  public Attachment(List<Write> withEvents, Function<Appended, List<Write>> inAnyCase) {
    this(
        withEvents,
        inAnyCase,
        null,
        appended -> Optional.empty(),
        List.of(),
        new AtomicReference<>());
  }

  /** Nothing beside the events. */
  public static Attachment none() {
    return new Attachment(List.of(), appended -> List.of());
  }

  /**
   * An attachment with an answer, which is kept whether or not something changed.
   *
   * @param withEvents executed only if the command emits events
   * @param key the idempotency key under which it is kept, as a digest in hexadecimal; the command
   *     has no effect where it was used before
   * @param answer says what was appended; called by the thread that appends, so it must be quick
   */
  public static Attachment answering(
      List<Write> withEvents, String key, Function<Appended, KeptAnswer> answer) {
    return new Attachment(
        withEvents,
        appended -> List.of(),
        key,
        answer.andThen(Optional::of),
        List.of(),
        new AtomicReference<>());
  }

  /** The same, for a command that may end what is permitted with these people's data. */
  Attachment ending(List<SubjectId> permissionsOf) {
    return new Attachment(withEvents, inAnyCase, key, answer, permissionsOf, outcome);
  }

  /** The answer that was kept, once it is committed; none where there was no key for it. */
  public Optional<KeptAnswer> kept() {
    return outcome().flatMap(Outcome::answer);
  }

  Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome.get());
  }

  long nanosSinceItWasPrepared() {
    return System.nanoTime() - prepared;
  }

  Optional<String> key() {
    return Optional.ofNullable(key);
  }

  List<SubjectId> endedPermissions() {
    return endedPermissions;
  }

  List<Write> withEvents() {
    return withEvents;
  }

  List<Write> inAnyCase(Appended appended) {
    return inAnyCase.apply(appended);
  }

  Optional<KeptAnswer> answer(Appended appended) {
    return answer.apply(appended);
  }

  void committed(Outcome reached) {
    outcome.set(reached);
  }
}
