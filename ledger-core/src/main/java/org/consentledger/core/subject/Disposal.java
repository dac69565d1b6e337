package org.consentledger.core.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.DisposalApproval;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.DisposalMethod;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * One disposal from its request to the last recipient's confirmation, as the subject's history
 * tells it (clauses 2.5, 2.14, 5.7); see {@link Disposals}. It holds no personal data, and outlives
 * all of it.
 *
 * @param whole whether all of the person's data is disposed of
 * @param categories what is disposed of: where it is all, what was held last
 * @param requestedBy who asked, as an identifier; missing of data that ended before requests were
 *     recorded
 * @param triggeredAt when what ended the keeping of the data happened, where its time was over
 * @param dueAt from when on it was due, where its time was over
 * @param begun the event with which it begins
 * @param approved who approved it as the second person, if anybody did
 * @param done when it was done; none where it was not
 * @param notices the recipients who were given the data, in the order of their codes; none before
 *     it is done
 * @param changes how many events have changed what is to be said of it since it was done
 */
public record Disposal(
    SubjectId subjectId,
    UUID disposalId,
    DisposalMethod method,
    boolean whole,
    SortedSet<Category> categories,
    DisposalGround ground,
    @Nullable RequestReason reason,
    DisposalApproval approval,
    @Nullable String requestedBy,
    Instant requestedAt,
    @Nullable Instant triggeredAt,
    @Nullable Instant dueAt,
    UUID begun,
    DisposalProgress progress,
    @Nullable Approved approved,
    @Nullable Done done,
    List<RecipientNotice> notices,
    int changes) {

  /**
   * A second person's approval.
   *
   * @param by who, as an identifier
   * @param evidence the event that says so
   */
  public record Approved(String by, Instant at, UUID evidence) {}

  /**
   * The end of the data.
   *
   * @param at when it took effect
   * @param evidence the event that says so
   */
  public record Done(Instant at, Instant recordedAt, UUID evidence) {}

  /** Copies the collections. */
  public Disposal {
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
    notices = List.copyOf(notices);
  }

  /** The recipient's notice, if the recipient was given the data. */
  public Optional<RecipientNotice> notice(RecipientId recipient) {
    return notices.stream().filter(it -> it.recipientId().equals(recipient)).findFirst();
  }

  /** The recipients who are still to be told, or still have to confirm. */
  @JsonIgnore
  public List<RecipientId> outstanding() {
    return notices.stream()
        .filter(RecipientNotice::isOutstanding)
        .map(RecipientNotice::recipientId)
        .toList();
  }

  /** Whether data of these categories went with it; none named means that nobody knows which. */
  boolean concerns(Collection<Category> given) {
    return whole || given.isEmpty() || given.stream().anyMatch(categories::contains);
  }

  boolean waits() {
    return progress == DisposalProgress.WAITING;
  }

  Disposal approvedBy(Approved second) {
    return new Disposal(
        subjectId,
        disposalId,
        method,
        whole,
        categories,
        ground,
        reason,
        approval,
        requestedBy,
        requestedAt,
        triggeredAt,
        dueAt,
        begun,
        progress,
        second,
        done,
        notices,
        changes);
  }

  Disposal doneAs(Done end, SortedSet<Category> gone) {
    return with(DisposalProgress.DONE, gone, end, notices, changes);
  }

  Disposal endedAs(DisposalProgress other) {
    return with(other, categories, done, notices, changes);
  }

  /** With one more recipient to tell. */
  Disposal toTell(RecipientId recipient, boolean afterwards) {
    if (notice(recipient).isPresent()) {
      return this;
    }
    List<RecipientNotice> more = new ArrayList<>(notices);
    more.add(RecipientNotice.due(recipient));
    more.sort((one, other) -> one.recipientId().compareTo(other.recipientId()));
    return with(progress, categories, done, more, afterwards ? changes + 1 : changes);
  }

  Disposal after(NoticeEvent event, UUID eventId) {
    List<RecipientNotice> changed =
        notices.stream()
            .map(it -> it.recipientId().equals(event.recipientId()) ? it.after(event, eventId) : it)
            .toList();
    return with(progress, categories, done, changed, changes + 1);
  }

  private Disposal with(
      DisposalProgress stage,
      SortedSet<Category> gone,
      @Nullable Done end,
      List<RecipientNotice> told,
      int changed) {
    return new Disposal(
        subjectId,
        disposalId,
        method,
        whole,
        gone,
        ground,
        reason,
        approval,
        requestedBy,
        requestedAt,
        triggeredAt,
        dueAt,
        begun,
        stage,
        approved,
        end,
        told,
        changed);
  }
}
