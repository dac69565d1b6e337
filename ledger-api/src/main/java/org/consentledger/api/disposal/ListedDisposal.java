package org.consentledger.api.disposal;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.core.subject.Disposal;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.subject.RecipientNotice;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.disposal.DisposalList;
import org.jspecify.annotations.Nullable;

/**
 * A disposal, from the request to the last recipient's confirmation. It holds no personal data.
 *
 * @param disposalId names the disposal
 * @param position the position of the event with which it begins
 * @param progress how far it is
 * @param method what becomes of the data, or became of it
 * @param whole whether all of the person's data is disposed of
 * @param categories what is disposed of; where it is all, what was held last
 * @param requestedBy who asked: an identifier; missing of data that ended before requests were
 *     recorded
 * @param requestedAt when it was asked for: a moment in UTC
 * @param triggeredAt when what ended the keeping of the data happened, where its time was over: a
 *     moment in UTC
 * @param dueAt from when on the data had to be gone, where its time was over: a moment in UTC
 * @param approvedBy who approved as the second person: an identifier
 * @param approvedAt when: a moment in UTC
 * @param doneAt when the data was gone: a moment in UTC
 * @param recipients who was given the data, and is told that it is gone; none while it is not
 * @param outstanding codes of those who are still to be told, or still have to confirm
 * @param certificate where its certificate is to be had; missing where it is not done
 */
public record ListedDisposal(
    UUID disposalId,
    SubjectId subjectId,
    long position,
    DisposalProgress progress,
    DisposalMethod method,
    boolean whole,
    SortedSet<Category> categories,
    DisposalGround ground,
    String clause,
    @Nullable RequestReason reason,
    @Nullable String requestedBy,
    Instant requestedAt,
    @Nullable Instant triggeredAt,
    @Nullable Instant dueAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant doneAt,
    List<NoticeView> recipients,
    List<RecipientId> outstanding,
    @Nullable String certificate) {

  /**
   * What a recipient heard, and said to it.
   *
   * @param told how and when the recipient was told; missing while it is still to be
   * @param confirmed how and when the recipient confirmed; missing while that is awaited
   */
  public record NoticeView(
      RecipientId recipientId, @Nullable MessageView told, @Nullable MessageView confirmed) {}

  /**
   * A message to a recipient, or from one.
   *
   * @param channel the way by which it went
   * @param at when: a moment in UTC
   * @param evidence the event that recorded it
   */
  public record MessageView(Channel channel, Instant at, UUID evidence) {}

  static ListedDisposal of(DisposalList.Listed listed) {
    Disposal disposal = listed.disposal();
    Disposal.Approved approved = disposal.approved();
    Disposal.Done done = disposal.done();
    return new ListedDisposal(
        disposal.disposalId(),
        disposal.subjectId(),
        listed.position(),
        disposal.progress(),
        disposal.method(),
        disposal.whole(),
        disposal.categories(),
        disposal.ground(),
        disposal.ground().clause(),
        disposal.reason(),
        disposal.requestedBy(),
        disposal.requestedAt(),
        disposal.triggeredAt(),
        disposal.dueAt(),
        approved == null ? null : approved.by(),
        approved == null ? null : approved.at(),
        done == null ? null : done.at(),
        disposal.notices().stream().map(ListedDisposal::notice).toList(),
        disposal.outstanding(),
        done == null ? null : "/api/v1/disposals/" + disposal.disposalId() + "/certificate");
  }

  private static NoticeView notice(RecipientNotice notice) {
    return new NoticeView(
        notice.recipientId(), message(notice.told()), message(notice.confirmed()));
  }

  private static @Nullable MessageView message(RecipientNotice.@Nullable Message message) {
    return message == null
        ? null
        : new MessageView(message.channel(), message.at(), message.evidence());
  }
}
