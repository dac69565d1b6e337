package org.consentledger.api.breach;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.personaldata.Vault;
import tools.jackson.databind.json.JsonMapper;

/** What the operator's own part of the vault keeps of breaches; one look for all of them. */
final class BreachWords {

  private final Map<UUID, byte[]> sealed;
  private final JsonMapper json;

  private BreachWords(Map<UUID, byte[]> sealed, JsonMapper json) {
    this.sealed = sealed;
    this.json = json;
  }

  static BreachWords of(Collection<BreachState> breaches, Vault vault, JsonMapper json) {
    List<UUID> references =
        breaches.stream()
            .flatMap(
                each ->
                    Stream.of(
                        each.facts().descriptionReference(),
                        each.noticeReference(),
                        each.measuresReference()))
            .filter(Objects::nonNull)
            .toList();
    return new BreachWords(vault.documents(Vault.OPERATOR, references), json);
  }

  String text(UUID reference) {
    return new String(bytes(reference), StandardCharsets.UTF_8);
  }

  BreachView.Notice notice(UUID reference) {
    return json.readValue(bytes(reference), BreachView.Notice.class);
  }

  private byte[] bytes(UUID reference) {
    return Objects.requireNonNull(sealed.get(reference), "what is the operator's own is kept");
  }
}
