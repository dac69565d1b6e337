package org.consentledger.api.breach;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Refuses;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.breach.BreachState;
import org.consentledger.core.breach.BreachStatus;
import org.consentledger.core.personaldata.Vault;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.BreachId;
import org.consentledger.projections.breaches.Breaches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells officers which breaches there were, and what was done about them (law 25(2)(8)). */
@RestController
@RequestMapping("/api/v1/breaches")
public final class BreachQueryController {

  private final Breaches breaches;
  private final Vault vault;
  private final RegisterReader registers;
  private final Paging paging;
  private final JsonMapper json;
  private final Clock clock;

  BreachQueryController(
      Breaches breaches,
      Vault vault,
      RegisterReader registers,
      Paging paging,
      JsonMapper json,
      Clock clock) {
    this.breaches = breaches;
    this.vault = vault;
    this.registers = registers;
    this.paging = paging;
    this.json = json;
    this.clock = clock;
  }

  /** A breach: what is known of it, how it stands, and how its term was counted. */
  @Operation(operationId = "readBreach")
  @Refuses(Refusal.BreachUnknown.class)
  @GetMapping("/{breachId}")
  public BreachView read(@PathVariable BreachId breachId) {
    BreachState breach =
        breaches.find(breachId).orElseThrow(() -> new Refused(new Refusal.BreachUnknown()));
    return views(List.of(breach), clock.instant()).getFirst();
  }

  /**
   * Breaches, the last found first.
   *
   * @param state those that stand so
   */
  @Operation(operationId = "listBreaches")
  @Lines(BreachView.class)
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  public Page<BreachView> list(
      @RequestParam(required = false) @Nullable BreachStatus state,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    Instant now = clock.instant();
    return paging.page(
        limit, after, (place, most) -> find(state, now, place, most), BreachQueryController::place);
  }

  /** Breaches, one a line. */
  @Hidden
  @GetMapping(produces = Paging.NDJSON)
  void stream(
      @RequestParam(required = false) @Nullable BreachStatus state, HttpServletResponse response)
      throws IOException {
    Instant now = clock.instant();
    paging.stream(
        response, (place, most) -> find(state, now, place, most), BreachQueryController::place);
  }

  private List<BreachView> find(
      @Nullable BreachStatus state, Instant now, @Nullable String place, int most) {
    return views(breaches.find(state, now, place == null ? null : readPlace(place), most), now);
  }

  private List<BreachView> views(List<BreachState> found, Instant now) {
    BreachWords words = BreachWords.of(found, vault, json);
    Registers known = registers.current();
    return found.stream().map(breach -> BreachView.of(breach, words, known, now)).toList();
  }

  private static String place(BreachView breach) {
    return breach.foundAt() + " " + breach.breachId();
  }

  private static Breaches.Place readPlace(String place) {
    String[] parts = place.split(" ", -1);
    try {
      if (parts.length == 2) {
        return new Breaches.Place(Instant.parse(parts[0]), new BreachId(UUID.fromString(parts[1])));
      }
    } catch (DateTimeException | IllegalArgumentException noPlace) {
      // Told below.
    }
    throw Paging.invalid("after takes the value of next, as it was given.");
  }
}
