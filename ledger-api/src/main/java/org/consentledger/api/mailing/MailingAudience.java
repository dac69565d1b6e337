package org.consentledger.api.mailing;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.audience.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a letter for each person in a mailing's audience, once, when it begins. A crash in its
 * midst loses and doubles none: the place goes on with the letters.
 */
@Component
final class MailingAudience {

  private final Audience audience;
  private final JdbcClient database;
  private final TransactionTemplate transactions;
  private final Clock clock;

  private record Place(@Nullable UUID after, boolean complete) {}

  MailingAudience(
      Audience audience,
      JdbcClient database,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.audience = audience;
    this.database = database;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Sees to it that everybody in the audience has a letter. */
  void complete(MailingState mailing) {
    Place place = place(mailing.mailingId()).orElse(new Place(null, false));
    while (!place.complete()) {
      place = next(mailing, place);
    }
  }

  private Optional<Place> place(MailingId mailing) {
    return database
        .sql("select place, complete from mailing_audience where mailing_id = :mailing")
        .param("mailing", mailing.value())
        .query(
            (row, number) ->
                new Place(row.getObject("place", UUID.class), row.getBoolean("complete")))
        .optional();
  }

  private Place next(MailingState mailing, Place place) {
    Question question = LetterPermit.question(mailing.plan().purposeId());
    Audience.Part part =
        audience.part(
            question, place.after() == null ? null : new SubjectId(place.after()), clock.instant());
    Place next = new Place(part.last() == null ? null : part.last().value(), part.last() == null);
    transactions.executeWithoutResult(
        transaction -> {
          database
              .sql(
                  """
                  insert into mailing_letter (mailing_id, subject_id)
                  select :mailing, subject from unnest(:subjects::uuid[]) as member (subject)
                  on conflict do nothing
                  """)
              .param("mailing", mailing.mailingId().value())
              .param(
                  "subjects",
                  part.members().stream()
                      .map(member -> member.subjectId().value())
                      .toArray(UUID[]::new))
              .update();
          keep(mailing.mailingId(), next);
        });
    return next;
  }

  private void keep(MailingId mailing, Place place) {
    database
        .sql(
            """
            insert into mailing_audience (mailing_id, place, complete) values (:mailing, :place, :complete)
            on conflict (mailing_id) do update set place = excluded.place, complete = excluded.complete
            """)
        .param("mailing", mailing.value())
        .param("place", place.after())
        .param("complete", place.complete())
        .update();
  }
}
