package org.consentledger.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Endpoints that take one of each kind of input. */
@RestController
@TestComponent
public class UglyEndpoints {
  public enum Color {
    RED,
    GREEN
  }

  public record Inner(@NotNull @Size(max = 5) String name, @Nullable Color color) {}

  public record Body(
      @Nullable String text,
      @Max(10) int number,
      @Nullable Long optional,
      boolean flag,
      double decimal,
      @Nullable Instant at,
      @Nullable LocalDate day,
      @Nullable Duration term,
      @Nullable UUID id,
      @Valid @Nullable Inner inner,
      @Valid @Nullable List<Inner> list,
      @Valid @Nullable Map<String, Inner> map,
      @Nullable Map<String, Object> free,
      @Nullable JsonNode tree) {}

  @PostMapping("/api/v1/ugly")
  Body echo(@Valid @RequestBody Body body) {
    return body;
  }

  @GetMapping("/api/v1/ugly/{id}")
  Map<String, Object> read(
      @PathVariable UUID id,
      @RequestParam @Max(10) int limit,
      @RequestHeader("X-Needed") Color color) {
    return Map.of("id", id, "limit", limit, "color", color);
  }

  @GetMapping("/api/v1/ugly/failing/{text}")
  void fail(@PathVariable String text) throws Exception {
    switch (text.split(":", -1)[0]) {
      case "away" -> throw new CannotGetJdbcConnectionException(text, new SQLException(text));
      case "stopping" ->
          throw new DataIntegrityViolationException(text, new SQLException(text, "57P01"));
      case "constraint" ->
          throw new DataIntegrityViolationException(text, new SQLException(text, "23505"));
      default -> throw new IllegalStateException(text);
    }
  }
}
