package org.consentledger.api.request;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.consentledger.core.request.AuthorityQuestion;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/** What can be sent about requests of the authorised body. */
public final class AuthorityForms {

  /** Each is held with the request and released with the answer, in one append. */
  static final int MOST_SUBJECTS = 1000;

  private AuthorityForms() {}

  /**
   * A request of the authorised body that was received.
   *
   * @param channel the way by which it came; by letter where it is not said
   * @param receivedAt when it was received: a moment that is not in the future, with any offset;
   *     now where it is not said
   * @param language in which it is to be answered: ru, kk or en
   * @param reference number and date of its letter; kept sealed
   * @param text what it asks; kept sealed
   * @param subjectIds about whom it asks: each is kept from being disposed of until the answer;
   *     nobody is where it asks about everybody
   * @param from the period about which it asks: recorded at this moment or later
   * @param to the period about which it asks: recorded before this moment
   * @param answerBy the day by which it wants its answer, in Kazakhstan, not before the receipt;
   *     wins where it is sooner than the term
   */
  @Schema(name = "AuthorityRequestForm")
  public record Receive(
      @Nullable Channel channel,
      @Nullable Instant receivedAt,
      @Nullable Language language,
      @Nullable @Size(max = 500) String reference,
      @NotNull @Pattern(regexp = RequestForms.WORDS) @Size(max = RequestForms.LETTER) String text,
      @Nullable @Size(max = MOST_SUBJECTS) List<@NotNull UUID> subjectIds,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable LocalDate answerBy) {

    AuthorityQuestion question() {
      TreeSet<SubjectId> about = new TreeSet<>();
      if (subjectIds != null) {
        subjectIds.forEach(each -> about.add(new SubjectId(each)));
      }
      return new AuthorityQuestion(about, from, to, answerBy);
    }
  }

  /**
   * An answer to the authorised body.
   *
   * @param text what it is written; kept sealed
   * @param exportId the export that it is given with the answer: see {@code POST /api/v1/exports}
   */
  @Schema(name = "AuthorityAnswerForm")
  public record Answer(
      @NotNull @Pattern(regexp = RequestForms.WORDS) @Size(max = RequestForms.LETTER) String text,
      @Nullable UUID exportId) {}
}
