package org.consentledger.api.recipient;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.recipient.CrossBorderStep;
import org.consentledger.core.recipient.RecipientState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what the register says of recipients and what the vault keeps of them. */
@Component
final class RecipientViews {

  private final Vault vault;
  private final JsonMapper json;
  private final Clock clock;

  RecipientViews(Vault vault, JsonMapper json, Clock clock) {
    this.vault = vault;
    this.json = json;
    this.clock = clock;
  }

  /** The views of these recipients as they are now, in the same order; one look into the vault. */
  List<RecipientView> of(List<RecipientState> recipients) {
    Instant now = clock.instant();
    Map<UUID, byte[]> documents =
        vault.documents(
            Vault.OPERATOR,
            recipients.stream().flatMap(recipient -> references(recipient, now)).toList());
    return recipients.stream().map(recipient -> view(recipient, now, documents)).toList();
  }

  private static Stream<UUID> references(RecipientState recipient, Instant now) {
    return Stream.concat(
        Stream.of(recipient.latest().description().detailsReference()),
        Stream.of(recipient.assurance(now), recipient.notice(now))
            .flatMap(Optional::stream)
            .map(CrossBorderStep::reference));
  }

  private RecipientView view(RecipientState recipient, Instant now, Map<UUID, byte[]> documents) {
    byte[] text = documents.get(recipient.latest().description().detailsReference());
    return RecipientView.of(
        recipient,
        json.readValue(requireNonNull(text), RecipientRequest.class),
        new RecipientView.CrossBorder(
            recipient.assurance(now).map(step -> taken(step, documents)).orElse(null),
            recipient.notice(now).map(step -> taken(step, documents)).orElse(null)));
  }

  private static RecipientView.StepTaken taken(CrossBorderStep step, Map<UUID, byte[]> documents) {
    byte[] reference = requireNonNull(documents.get(step.reference()));
    return new RecipientView.StepTaken(
        new String(reference, StandardCharsets.UTF_8), step.date(), step.recordedAt());
  }
}
