package org.consentledger.projections.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.core.testing.Samples.NEWSLETTER;
import static org.consentledger.core.testing.Samples.set;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.core.decision.Question;
import org.consentledger.core.testing.TestDatabase;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.current.CurrentFootings;
import org.consentledger.projections.testing.LedgerUnderTest;
import org.consentledger.projections.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audiences that are larger than one look. */
class AudienceTest {

  private static final Question USE =
      new Question(NEWSLETTER, ProcessingAction.USE, set(), null, null);

  private TestDatabase database;
  private LedgerUnderTest ledger;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    ledger = LedgerUnderTest.startWithoutFollowing(database).withSampleRegisters();
  }

  @AfterEach
  void end() {
    ledger.close();
    database.close();
  }

  @Test
  void of_two_hundred_thousand_people_a_thousand_are_held_at_a_time_and_none_is_missed() {
    int others = 200_000;
    Person first = Person.registered(ledger);
    first.gives(NEWSLETTER);
    multiply(first, others);
    Set<SubjectId> found = new HashSet<>();
    SubjectId place = null;
    int looks = 0;
    do {
      Audience.Part part = ledger.audience().part(USE, place, ledger.now());
      assertThat(part.members()).hasSizeBetween(1, CurrentFootings.AT_ONCE);
      part.members().forEach(member -> found.add(member.subjectId()));
      place = part.last();
      looks++;
    } while (place != null);
    assertThat(found.size()).isEqualTo(others + 1);
    assertThat(looks).isEqualTo(others / CurrentFootings.AT_ONCE + 1);
  }

  @Test
  void what_is_acknowledged_before_a_part_is_read_is_respected_in_it() {
    Person first = Person.registered(ledger);
    first.gives(NEWSLETTER);
    multiply(first, 2 * CurrentFootings.AT_ONCE);
    List<Person> last = Stream.generate(() -> Person.registered(ledger)).limit(50).toList();
    last.forEach(person -> person.gives(NEWSLETTER));
    Audience.Part part = ledger.audience().part(USE, null, ledger.now());
    List<SubjectId> withdrawn = new ArrayList<>();
    for (Person person : last) {
      if (person.id().toString().compareTo(part.last().toString()) > 0) {
        person.withdraws(NEWSLETTER);
        withdrawn.add(person.id());
      }
    }
    assertThat(withdrawn).isNotEmpty();
    List<SubjectId> found =
        ledger.audience().first(USE, part.last(), Integer.MAX_VALUE, ledger.now()).stream()
            .map(Audience.Member::subjectId)
            .toList();
    assertThat(found).isNotEmpty().doesNotContainAnyElementsOf(withdrawn);
  }

  @Test
  void a_page_is_full_as_long_as_there_are_members_however_many_candidates_lie_between() {
    Person first = Person.registered(ledger);
    first.gives(NEWSLETTER);
    multiply(first, 3 * CurrentFootings.AT_ONCE);
    database
        .ownerClient()
        .sql(
            """
            update current_subject set state = replace(state::text, '"ACTIVE"', '"ANONYMISED"')::json
            where subject_id between '10000000-0000-4000-8000-000000000000' and 'f0000000-0000-4000-8000-000000000000'
            """)
        .update();
    List<Audience.Member> all = ledger.audience().first(USE, null, Integer.MAX_VALUE, ledger.now());
    assertThat(all).hasSizeBetween(200, CurrentFootings.AT_ONCE);
    int page = all.size() - 10; // from before the gap to behind it
    assertThat(ledger.audience().first(USE, null, page, ledger.now()))
        .isEqualTo(all.subList(0, page));
    assertThat(ledger.audience().first(USE, all.get(page - 1).subjectId(), page, ledger.now()))
        .isEqualTo(all.subList(page, all.size()));
  }

  /** As many others who did as this person did. */
  private void multiply(Person person, int others) {
    database
        .ownerClient()
        .sql(
            """
            with other as materialized (select gen_random_uuid() as id from generate_series(1, :others)),
              state as (
                insert into current_subject
                select other.id, version, position, replace(state::text, :person, other.id::text)::json
                from current_subject, other where subject_id = :person::uuid)
            insert into current_footing
            select purpose_id, other.id from current_footing, other where subject_id = :person::uuid
            """)
        .param("others", others)
        .param("person", person.id().toString())
        .update();
  }
}
