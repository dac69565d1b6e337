package org.consentledger.api.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.webhook.WebhookRequests.WebhookRequest;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.personaldata.Deposit;
import org.consentledger.core.personaldata.KeyedHash;
import org.consentledger.core.personaldata.SystemSecrets;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.WebhookId;
import org.consentledger.core.webhook.WebhookCommand;
import org.consentledger.core.webhook.WebhookCommand.RecordWebhook;
import org.consentledger.core.webhook.WebhookCommand.ReplaceSecret;
import org.consentledger.core.webhook.WebhookContent;
import org.consentledger.core.webhook.WebhookEvent;
import org.consentledger.projections.history.EventSelection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes commands about webhooks. A new secret is put into the vault with the events, and shown in
 * the answer that made it: it is added after that answer was kept for repetitions, so that it
 * stands nowhere in the open, and a repetition does not have it.
 */
@Component
final class WebhookDesk {

  private static final int SECRET_BYTES = 32;
  private static final String SECRET_PREFIX = "whsec_";
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  private static final String SECRET_MADE =
      EventNames.nameOf(WebhookEvent.SecretMade.class).orElseThrow();

  private final CommandDesk desk;
  private final WebhookReceivers webhooks;
  private final Vault vault;
  private final KeyedHash hash;
  private final RegisterReader registers;
  private final AddressGuard guard;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  WebhookDesk(
      CommandDesk desk,
      WebhookReceivers webhooks,
      Vault vault,
      SystemSecrets secrets,
      RegisterReader registers,
      AddressGuard guard,
      JsonMapper json) {
    this.desk = desk;
    this.webhooks = webhooks;
    this.vault = vault;
    this.hash = new KeyedHash(secrets, "webhook");
    this.registers = registers;
    this.guard = guard;
    this.json = json;
  }

  ResponseEntity<String> record(WebhookId webhook, WebhookRequest request, CommandContext context) {
    URI address = WebhookAddress.parse(request.url(), guard);
    List<String> types = Objects.requireNonNullElse(request.types(), List.of());
    requireTypes(types);
    return submit(
        context,
        request,
        webhook,
        (deposit, secret) -> {
          List<PurposeId> purposes = Objects.requireNonNullElse(request.purposes(), List.of());
          purposes.forEach(registers.current()::purpose);
          byte[] place = address.toString().getBytes(StandardCharsets.UTF_8);
          WebhookContent content =
              new WebhookContent(
                  new TreeSet<>(types),
                  new TreeSet<>(purposes),
                  !Boolean.FALSE.equals(request.active()),
                  request.after(),
                  HexFormat.of().formatHex(hash.of(place)),
                  deposit.document(place));
          UUID first = webhooks.find(webhook).isPresent() ? null : deposit.document(bytes(secret));
          return new RecordWebhook(webhook, content, first);
        });
  }

  ResponseEntity<String> replaceSecret(
      WebhookId webhook, @Nullable Duration asked, CommandContext context) {
    Duration overlap = asked == null ? Duration.ofDays(1) : asked;
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw invalid("/overlap", "must be a duration from PT0S to P30D");
    }
    return submit(
        context,
        Map.of("overlap", overlap.toString()),
        webhook,
        (deposit, secret) -> new ReplaceSecret(webhook, deposit.document(bytes(secret)), overlap));
  }

  /** Carries a command out that may make the secret that it is given. */
  private ResponseEntity<String> submit(
      CommandContext context,
      Object request,
      WebhookId webhook,
      BiFunction<Deposit, String, WebhookCommand> command) {
    AtomicReference<@Nullable String> made = new AtomicReference<>();
    ResponseEntity<String> answer =
        desk.submit(
            context,
            request,
            () -> {
              String secret = newSecret();
              Deposit deposit = vault.deposit(Vault.OPERATOR);
              WebhookCommand prepared = command.apply(deposit, secret);
              return new Prepared(
                  prepared,
                  deposit.writes(),
                  appended -> {
                    made.set(hasSecret(appended) ? secret : null);
                    return Map.of("webhookId", webhook);
                  },
                  HttpStatus.CREATED);
            });
    String secret = made.get();
    boolean isReplayed = answer.getHeaders().containsHeader("Idempotency-Replayed");
    return secret == null || isReplayed ? answer : showing(secret, answer);
  }

  private static boolean hasSecret(Appended appended) {
    return appended.events().stream().anyMatch(event -> event.name().equals(SECRET_MADE));
  }

  private ResponseEntity<String> showing(String secret, ResponseEntity<String> answer) {
    ObjectNode body = (ObjectNode) json.readTree(answer.getBody());
    body.put("secret", secret);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(json.writeValueAsString(body));
  }

  private String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void requireTypes(List<String> types) {
    for (int i = 0; i < types.size(); i++) {
      if (!EventSelection.isType(types.get(i))) {
        throw invalid(
            "/types/" + i, "must be the name of an event, or of a family such as consent.*");
      }
    }
  }

  private static ProblemException invalid(String pointer, String expected) {
    return new ProblemException(
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_INPUT",
                "The input breaks the rules named in errors.")
            .withErrors(List.of(new InvalidInput(pointer, "INVALID_INPUT", expected))));
  }
}
