package org.consentledger.projections.current;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The registers, held in memory for as long as nobody changes them. Every look asks for the
 * position of the last change, so that no node decides by registers that another has replaced.
 */
public final class CurrentRegisters implements RegisterReader {

  /** The position of the last change of any register, or 0. */
  static final String LAST_CHANGE = "(select coalesce(max(position), 0) from current_register)";

  private final JdbcClient database;
  private final StateJson json = new StateJson();
  private final AtomicReference<Held> held = new AtomicReference<>(new Held(0, Registers.EMPTY));

  private record Held(long position, Registers registers) {}

  /** Reads the registers of this database. */
  public CurrentRegisters(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Registers current() {
    return asOfPosition(database.sql("select " + LAST_CHANGE).query(Long.class).single());
  }

  /** The registers, given the position of their last change. */
  Registers asOfPosition(long lastChange) {
    Held known = held.get();
    if (known.position() < lastChange) {
      known = load();
      held.set(known);
    }
    return known.registers();
  }

  private Held load() {
    SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
    SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();
    OperatorState[] operator = new OperatorState[1];
    SortedMap<LegalTermId, LegalTermState> legalTerms = new TreeMap<>();
    long[] position = new long[1];
    database
        .sql("select kind, position, state from current_register")
        .query(
            row -> {
              position[0] = Math.max(position[0], row.getLong("position"));
              String state = row.getString("state");
              switch (RegisterKind.valueOf(row.getString("kind"))) {
                case PURPOSE -> {
                  PurposeState purpose = json.read(state, PurposeState.class);
                  purposes.put(purpose.purposeId(), purpose);
                }
                case POLICY -> {
                  PolicyState policy = json.read(state, PolicyState.class);
                  policies.put(policy.version(), policy);
                }
                case OPERATOR -> operator[0] = json.read(state, OperatorState.class);
                case LEGAL_TERM -> {
                  LegalTermState term = json.read(state, LegalTermState.class);
                  legalTerms.put(term.id(), term);
                }
              }
            });
    @Nullable OperatorState described = operator[0];
    return new Held(position[0], new Registers(purposes, policies, described, legalTerms));
  }
}
