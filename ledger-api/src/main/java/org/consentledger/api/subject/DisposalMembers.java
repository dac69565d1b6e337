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

  /** What the events say of it: the last of them says how far it is. */
  static Map<String, Object> of(SubjectId subjectId, Appended appended) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("subjectId", subjectId);
    for (CommittedEvent event : appended.events()) {
      if (event.data() instanceof DisposalEvent disposal) {
        add(disposal, members);
      }
    }
    return Map.copyOf(members);
  }

  private static void add(DisposalEvent event, Map<String, Object> members) {
    switch (event) {
      case DisposalEvent.DisposalRequested it -> {
        members.put("disposalId", it.disposalId());
        members.put("disposal", DisposalProgress.WAITING);
      }
      case DisposalEvent.DisposalApproved it -> members.put("disposalId", it.disposalId());
      case DisposalEvent.DisposalCancelled it -> {
        members.put("disposalId", it.disposalId());
        members.put("disposal", DisposalProgress.CANCELLED);
      }
      case DisposalEvent.CategoriesErased it -> addDone(members);
      case DisposalEvent.SubjectAnonymised it -> addDone(members);
      case DisposalEvent.SubjectDestroyed it -> addDone(members);
    }
  }

  private static void addDone(Map<String, Object> members) {
    members.put("disposal", DisposalProgress.DONE);
    members.put("certificate", "/api/v1/disposals/" + members.get("disposalId") + "/certificate");
  }
}
