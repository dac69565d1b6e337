package org.consentledger.projections.current;

import java.util.List;
import java.util.UUID;
import org.consentledger.core.decision.Question;
import org.consentledger.core.register.Registers;
import org.consentledger.core.subject.SubjectState;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of whom a question could be permitted at all, a thousand at a time. */
public final class CurrentFootings {

  /** How many states one look holds at most. */
  public static final int AT_ONCE = 1000;

  private static final UUID FIRST = new UUID(0, 0);

  private static final String EVERYBODY = "select next_subjects(:after, %d)".formatted(AT_ONCE);

  private static final String OF_PURPOSE =
      "select next_footings(:purpose, :after, %d)".formatted(AT_ONCE);

  private static final String OF_PURPOSE_OR_BLOCKED =
      """
      %s union select next_footings('%s', :after, %d) order by 1 limit %d
      """
          .formatted(OF_PURPOSE, FootingRows.BLOCKED, AT_ONCE, AT_ONCE);

  /** States are looked up one by one, by primary key, whatever the planner takes tables for. */
  private static final String LOOK =
      "select "
          + CurrentRegisters.LAST_CHANGE
          + """
           as last_change,
            (select state from current_subject where current_subject.subject_id = candidate.subject_id) as state
          from (%s) as candidate (subject_id) order by candidate.subject_id
          """;

  private final JdbcClient database;
  private final CurrentRegisters registers;
  private final StateJson json = new StateJson();

  /**
   * What one look sees.
   *
   * @param states the candidates, in the order of their identifiers
   * @param isLast whether there are no more candidates after these
   */
  public record Look(List<SubjectState> states, Registers registers, boolean isLast) {}

  private record Row(long lastChange, SubjectState state) {}

  /** Reads from this database. */
  public CurrentFootings(JdbcClient database, CurrentRegisters registers) {
    this.database = database;
    this.registers = registers;
  }

  /**
   * One look, one round trip: the next candidates and the registers, as they are at one moment.
   *
   * @param after the subject after whom to begin, or none for the beginning
   */
  public Look look(Question question, @Nullable SubjectId after) {
    List<Row> rows =
        database
            .sql(LOOK.formatted(candidates(question.action())))
            .param("purpose", question.purposeId().value())
            .param("after", after == null ? FIRST : after.value())
            .query(
                (row, number) ->
                    new Row(
                        row.getLong("last_change"),
                        json.read(row.getString("state"), SubjectState.class)))
            .list();
    return new Look(
        rows.stream().map(Row::state).toList(),
        rows.isEmpty() ? registers.current() : registers.asOfPosition(rows.getFirst().lastChange()),
        rows.size() < AT_ONCE);
  }

  /**
   * What the law orders needs no footing (clauses 2.2, 3.2, 4.1): rectifying, restricting and
   * disposing for everybody, storing for those whose data is blocked.
   */
  private static String candidates(ProcessingAction action) {
    if (action.isOrderedByLaw()) {
      return EVERYBODY;
    }
    return action == ProcessingAction.STORE ? OF_PURPOSE_OR_BLOCKED : OF_PURPOSE;
  }
}
