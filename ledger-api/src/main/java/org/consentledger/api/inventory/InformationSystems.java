package org.consentledger.api.inventory;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.core.inventory.InventoryState;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.InventoryId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The register of systems that hold personal data, for documents that list them (clause 2.4). */
@Component
public final class InformationSystems {

  private final RegisterReader registers;
  private final Vault vault;
  private final JsonMapper json;

  /**
   * A system that holds personal data.
   *
   * @param name its name
   * @param location where it stands
   */
  @Schema(name = "SystemInUse", description = "A system that holds personal data.")
  public record SystemInUse(InventoryId id, String name, String location) {}

  InformationSystems(RegisterReader registers, Vault vault, JsonMapper json) {
    this.registers = registers;
    this.vault = vault;
    this.json = json;
  }

  /**
   * The systems in use at a moment, in the order of their names.
   *
   * @param knownAt what was recorded by then counts
   */
  public List<SystemInUse> inUse(Instant moment, Instant knownAt) {
    List<InventoryState> systems =
        registers.current().knownAt(knownAt).informationSystemsInUse(moment);
    Map<UUID, byte[]> documents =
        vault.documents(
            Vault.OPERATOR, systems.stream().map(InformationSystems::reference).toList());
    return systems.stream()
        .map(
            system -> {
              InformationSystemController.InformationSystemRequest said =
                  json.readValue(
                      requireNonNull(documents.get(reference(system))),
                      InformationSystemController.InformationSystemRequest.class);
              return new SystemInUse(system.key().id(), said.name(), said.location());
            })
        .toList();
  }

  private static UUID reference(InventoryState system) {
    return system.latest().content().detailsReference();
  }
}
