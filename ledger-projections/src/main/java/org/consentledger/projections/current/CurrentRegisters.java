package org.consentledger.projections.current;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.ground.GroundState;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.legalterm.LegalTermState;
import org.consentledger.core.operator.OperatorState;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
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
  private final LongAdder looks = new LongAdder();
  private final LongAdder loads = new LongAdder();
  private final AtomicReference<Held> held = new AtomicReference<>(new Held(0, Registers.EMPTY));

  private record Row(RegisterKind kind, long position, String state) {}

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
    looks.increment();
    Held known = held.get();
    if (known.position() < lastChange) {
      loads.increment();
      known = load();
      held.set(known);
    }
    return known.registers();
  }

  /** How often the registers were asked for. */
  public long looks() {
    return looks.sum();
  }

  /** How often they had to be read anew for it, for one of them had changed. */
  public long loads() {
    return loads.sum();
  }

  private Held load() {
    List<Row> rows =
        database
            .sql("select kind, position, state from current_register")
            .query(
                (row, number) ->
                    new Row(
                        RegisterKind.valueOf(row.getString("kind")),
                        row.getLong("position"),
                        row.getString("state")))
            .list();
    long lastChange = rows.stream().mapToLong(Row::position).max().orElse(0);
    return new Held(lastChange, registers(rows));
  }

  private Registers registers(List<Row> rows) {
    SortedMap<PurposeId, PurposeState> purposes = new TreeMap<>();
    SortedMap<PolicyVersion, PolicyState> policies = new TreeMap<>();
    SortedMap<RecipientId, RecipientState> recipients = new TreeMap<>();
    SortedMap<LegalGround, GroundState> grounds = new TreeMap<>();
    SortedMap<InventoryKey, InventoryState> inventory = new TreeMap<>();
    SortedMap<LegalTermId, LegalTermState> legalTerms = new TreeMap<>();
    OperatorState operator = null;
    for (Row row : rows) {
      switch (row.kind()) {
        case PURPOSE -> {
          PurposeState purpose = json.read(row.state(), PurposeState.class);
          purposes.put(purpose.purposeId(), purpose);
        }
        case POLICY -> {
          PolicyState policy = json.read(row.state(), PolicyState.class);
          policies.put(policy.version(), policy);
        }
        case RECIPIENT -> {
          RecipientState recipient = json.read(row.state(), RecipientState.class);
          recipients.put(recipient.recipientId(), recipient);
        }
        case LEGAL_GROUND -> {
          GroundState ground = json.read(row.state(), GroundState.class);
          grounds.put(ground.ground(), ground);
        }
        case INVENTORY -> {
          InventoryState item = json.read(row.state(), InventoryState.class);
          inventory.put(item.key(), item);
        }
        case LEGAL_TERM -> {
          LegalTermState term = json.read(row.state(), LegalTermState.class);
          legalTerms.put(term.id(), term);
        }
        case WEBHOOK, USER -> {} // no rule looks one up; see CurrentWebhooks and CurrentUsers
        case OPERATOR -> operator = json.read(row.state(), OperatorState.class);
      }
    }
    return new Registers(purposes, policies, recipients, grounds, inventory, operator, legalTerms);
  }
}
