package org.consentledger.api.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the ledger. */
public record Answer(int status, String text, HttpResponse<String> response) {

  private static final JsonMapper JSON = new JsonMapper();

  public JsonNode json() {
    return JSON.readTree(text);
  }

  public String code() {
    return json().path("code").asString();
  }

  public String subjectId() {
    return json().get("subjectId").asString();
  }

  public List<UUID> eventIds() {
    List<UUID> ids = new ArrayList<>();
    json().get("eventIds").forEach(id -> ids.add(UUID.fromString(id.asString())));
    return ids;
  }

  public long position() {
    return json().get("position").asLong();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** PERMIT or DENY. */
  public String decision() {
    return json().get("decision").asString();
  }

  public List<String> reasons() {
    List<String> codes = new ArrayList<>();
    json().get("reasons").forEach(reason -> codes.add(reason.get("code").asString()));
    return codes;
  }

  public List<JsonNode> items() {
    List<JsonNode> items = new ArrayList<>();
    json().get("items").forEach(items::add);
    return items;
  }
}
