package org.consentledger.api.mailing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.consentledger.core.mailing.MailingCounts;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.mailing.MailingStatus;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as it is now.
 *
 * @param mailingId the mailing
 * @param state how it stands
 * @param texts what it says, by language
 * @param sendFrom the sender's address; none where the configured one is used
 * @param rate how many letters may leave in a second; none where only the configured limit holds
 * @param progress what has become of its letters so far
 * @param plannedAt when it was planned as it is: a moment in UTC
 * @param startedAt when it began, if it has: a moment in UTC
 * @param endedAt when it was completed or called off, if it was: a moment in UTC
 */
public record MailingView(
    MailingId mailingId,
    PurposeId purposeId,
    MailingStatus state,
    Map<Language, MailingRequest.MailingText> texts,
    @Nullable String sendFrom,
    @Nullable Integer rate,
    Progress progress,
    Instant plannedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /**
   * What has become of a mailing's letters.
   *
   * @param audience the people who were permitted when it began; it grows while they are counted
   * @param pending letters that are still to leave
   * @param sent letters that the mail server took and that did not come back
   * @param denied people of whom the decision said no when their turn came
   * @param bounced letters that a mail server refused for good, at once or by a later report
   * @param failed letters that could not be made, or that no mail server took in time
   * @param suspended people who got none because their address refused too many letters before
   * @param unknown letters of which nobody knows whether they left, because the ledger or a
   *     connection broke off; they are not sent again
   */
  @Schema(name = "MailingProgress")
  public record Progress(
      long audience,
      long pending,
      long sent,
      long denied,
      long bounced,
      long failed,
      long suspended,
      long unknown) {

    static Progress of(MailingCounts counts) {
      long settled =
          counts.sent()
              + counts.denied()
              + counts.bounced()
              + counts.failed()
              + counts.suspended()
              + counts.unknown();
      return new Progress(
          counts.audience(),
          counts.audience() - settled,
          counts.sent(),
          counts.denied(),
          counts.bounced(),
          counts.failed(),
          counts.suspended(),
          counts.unknown());
    }
  }

  static MailingView of(MailingState mailing, MailingRequest content, MailingCounts counts) {
    return new MailingView(
        mailing.mailingId(),
        mailing.plan().purposeId(),
        mailing.status(),
        content.texts(),
        content.sendFrom(),
        mailing.plan().rate(),
        Progress.of(counts),
        mailing.plannedAt(),
        mailing.startedAt(),
        mailing.endedAt());
  }
}
