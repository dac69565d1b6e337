package org.consentledger.api.inventory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.inventory.InventoryCommand.RecordItem;
import org.consentledger.core.inventory.InventoryContent;
import org.consentledger.core.inventory.InventoryKey;
import org.consentledger.core.inventory.InventoryKind;
import org.consentledger.core.inventory.InventoryMark;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.inventory.InventoryVersion;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.InventoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all kinds of items have in common. The request is what the vault keeps of an item, and what
 * its view is made of.
 */
@Component
final class InventoryDesk {

  private final CommandDesk desk;
  private final Vault vault;
  private final KeyedHash hash;
  private final RegisterReader registers;
  private final JsonMapper json;

  /**
   * What the history itself says of an item.
   *
   * @param from since when it is in use, in force or given
   * @param until from when on it no longer is
   * @param marks what can be said of it in one word
   */
  record Facts(@Nullable Instant from, @Nullable Instant until, Collection<InventoryMark> marks) {}

  InventoryDesk(
      CommandDesk desk,
      Vault vault,
      SystemSecrets secrets,
      RegisterReader registers,
      JsonMapper json) {
    this.desk = desk;
    this.vault = vault;
    this.hash = new KeyedHash(secrets, "inventory");
    this.registers = registers;
    this.json = json;
  }

  /**
   * Says what an item is.
   *
   * @param request everything that is said of it
   * @param members what the answer says besides the events
   */
  ResponseEntity<String> record(
      InventoryKey key,
      Object request,
      Facts facts,
      CommandContext context,
      Map<String, Object> members) {
    return desk.submit(
        context,
        request,
        () -> {
          byte[] text = json.writeValueAsBytes(request);
          Deposit deposit = vault.deposit(Vault.OPERATOR);
          InventoryContent content =
              new InventoryContent(
                  facts.from(),
                  facts.until(),
                  new TreeSet<>(facts.marks()),
                  HexFormat.of().formatHex(hash.of(text)),
                  deposit.document(text));
          return new Prepared(new RecordItem(key, content), deposit.writes(), Map.copyOf(members));
        });
  }

  /**
   * One item, in its newest version.
   *
   * @param type the request by which it was recorded
   * @param view makes the view of it
   * @throws ProblemException 404 where there is no such item
   */
  <R, V> V read(InventoryKey key, Class<R> type, BiFunction<InventoryId, Recorded<R>, V> view) {
    InventoryState item =
        registers
            .current()
            .findInventory(key)
            .orElseThrow(() -> new ProblemException(unknown(key.kind())));
    return views(List.of(item), type, view).getFirst();
  }

  /** The problem where there is no such item. */
  static Problem unknown(InventoryKind kind) {
    return Problem.of(HttpStatus.NOT_FOUND, kind.name() + "_UNKNOWN", "There is none of this name.")
        .withClause(kind.clause());
  }

  /** At most so many items of a kind after a place, in the order of their names. */
  <R, V> List<V> find(
      InventoryKind kind,
      @Nullable String place,
      int most,
      Class<R> type,
      BiFunction<InventoryId, Recorded<R>, V> view) {
    List<InventoryState> items =
        registers.current().inventory(kind).stream()
            .filter(item -> place == null || item.key().id().value().compareTo(place) > 0)
            .limit(most)
            .toList();
    return views(items, type, view);
  }

  /** What was recorded of an item last. */
  record Recorded<R>(int version, Instant recordedAt, R said) {}

  private <R, V> List<V> views(
      List<InventoryState> items, Class<R> type, BiFunction<InventoryId, Recorded<R>, V> view) {
    Map<UUID, byte[]> documents =
        vault.documents(
            Vault.OPERATOR,
            items.stream().map(item -> item.latest().content().detailsReference()).toList());
    return items.stream()
        .map(
            item -> {
              InventoryVersion version = item.latest();
              byte[] text = documents.get(version.content().detailsReference());
              R said = json.readValue(requireNonNull(text), type);
              return view.apply(
                  item.key().id(), new Recorded<>(version.number(), version.recordedAt(), said));
            })
        .toList();
  }
}
