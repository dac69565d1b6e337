package org.consentledger.api.importing;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.query.Paging;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in many commands at once (clause 8.4: never over a later answer). */
@RestController
final class ImportController {

  private final Importer importer;
  private final LineDispatch dispatch;

  ImportController(Importer importer, LineDispatch dispatch) {
    this.importer = importer;
    this.dispatch = dispatch;
  }

  /**
   * Carries out many commands to subjects, one a line, and answers one a line, in their order. Each
   * is carried out as its own endpoint would: with the same rules, refusals and receipts. Lines of
   * one subject follow one another; a line that is wrong stops no other.
   *
   * <p>Consents, refusals, renewals and withdrawals must say {@code effectiveAt}: an import tells
   * of the past, and what the person answered later stands. What was answered is on disk. Where an
   * import breaks off, its last line is a problem; send it whole again, with the same keys, and
   * what was done is answered as it was, with {@code replayed}.
   */
  @Operation(operationId = "importCommands")
  @Lines(
      value = {ImportResult.class, Problem.class},
      request = ImportLine.class)
  @PostMapping(path = "/api/v1/import", consumes = Paging.NDJSON, produces = Paging.NDJSON)
  void take(HttpServletRequest request, HttpServletResponse response, Principal caller)
      throws IOException {
    response.setContentType(Paging.NDJSON);
    LineDispatch.Caller sender =
        new LineDispatch.Caller(
            caller, request.getServletContext(), request.getHttpServletMapping());
    importer.run(
        request.getInputStream(),
        response.getOutputStream(),
        response::isCommitted,
        line -> dispatch.carryOut(line, sender));
  }
}
