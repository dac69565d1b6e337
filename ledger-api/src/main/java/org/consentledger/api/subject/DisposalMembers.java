package org.consentledger.api.subject;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.CommittedEvent;
import org.consentledger.core.subject.DisposalEvent;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a disposal answers besides.
 *
 * @param disposalId names the disposal; missing where nothing was to change
 * @param disposal how far it is; missing where nothing was to change
 * @param certificate where its certificate is to be had; missing while it is not done
 */
@Schema(name = "DisposalMembers")
public record DisposalMembers(
    SubjectId subjectId,
    @Nullable UUID disposalId,
    @Nullable DisposalProgress disposal,
    @Nullable String certificate) {

  /** The events say how far it is: a request alone waits, and the end of the data is the end. */
  static Map<String, Object> of(SubjectId subjectId, Appended appended) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("subjectId", subjectId);
    for (CommittedEvent event : appended.events()) {
      if (event.data() instanceof DisposalEvent.DisposalRequested requested) {
        members.put("disposalId", requested.disposalId());
        members.put("disposal", DisposalProgress.WAITING);
      }
      if (event.data() instanceof DisposalEvent.SubjectDestroyed
          || event.data() instanceof DisposalEvent.SubjectAnonymised) {
        members.put("disposal", DisposalProgress.DONE);
        members.put(
            "certificate", "/api/v1/disposals/" + members.get("disposalId") + "/certificate");
      }
    }
    return Map.copyOf(members);
  }
}
