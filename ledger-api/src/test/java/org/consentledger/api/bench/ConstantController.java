package org.consentledger.api.bench;

import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The limit of a decision over HTTP: the same way through security, web server and JSON, and
 * nothing done. It is there where the bench starts the ledger, and nowhere else.
 */
@RestController
@Profile(ConstantController.PROFILE)
final class ConstantController {

  static final String PROFILE = "bench";
  static final String PATH = "/api/v1/decisions/constant";

  @PostMapping(PATH)
  Map<String, String> answer(@RequestBody JsonNode ignored) {
    return Map.of("decision", "CONSTANT");
  }
}
