package org.consentledger.core.request;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param textReference where the vault keeps what the person was written; none where an effect says
 *     it all
 * @param effects what was carried out with the answer
 * @param effectEvents the events by which it was
 * @param exportId the export that the authorised body was given with it, if it was
 * @param refusal why it was refused, if it was
 * @param textDestroyedAt when what was written was destroyed because nobody found out whose it is
 */
public record RequestEnd(
    @Nullable UUID textReference,
    SortedSet<EffectKind> effects,
    List<UUID> effectEvents,
    @Nullable UUID exportId,
    @Nullable RefusalReason refusal,
    Instant at,
    @Nullable Instant textDestroyedAt) {

  RequestEnd withoutText(Instant destroyedAt) {
    return new RequestEnd(textReference, effects, effectEvents, exportId, refusal, at, destroyedAt);
  }
}
