package org.consentledger.api.mailing;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.api.openapi.Lines;
import org.consentledger.api.openapi.Misses;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.MailingId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The letters of mailings, one by one: which of them nobody knows about, and which came back. */
@RestController
@RequestMapping("/api/v1/mailings")
final class LetterController {

  private final Letters letters;
  private final Bounces bounces;
  private final Paging paging;

  /**
   * A letter of a mailing.
   *
   * @param letterId the letter; its Message-ID begins with it
   * @param subjectId whom it is to; nobody after the person's data was destroyed
   * @param state how it stands
   * @param tries how often it was handed to the mail server
   * @param changedAt since when it stands so: a moment in UTC
   */
  @Schema(name = "MailingLetter")
  record LetterView(
      UUID letterId,
      @Nullable SubjectId subjectId,
      LetterState state,
      int tries,
      Instant changedAt) {}

  /**
   * A report that a letter came back for good.
   *
   * @param token the token of the letter: what stands after the plus sign of the address to which
   *     the report came, or in the letter's {@code Letter-Token}
   */
  @Schema(name = "BounceRequest")
  record Bounce(@NotNull @Pattern(regexp = "[0-9a-fA-F]{48}") String token) {}

  LetterController(Letters letters, Bounces bounces, Paging paging) {
    this.letters = letters;
    this.bounces = bounces;
    this.paging = paging;
  }

  /**
   * The letters of a mailing that stand in one way. Those that are UNKNOWN were being handed over
   * when the ledger or a connection broke off: they are not sent again, and the mail server's log
   * knows by their Message-ID whether they left.
   *
   * @param state how they stand; UNKNOWN where it is not said
   */
  @Operation(operationId = "listMailingLetters")
  @Lines(LetterView.class)
  @GetMapping(path = "/{mailingId}/letters", produces = MediaType.APPLICATION_JSON_VALUE)
  Page<LetterView> list(
      @PathVariable MailingId mailingId,
      @RequestParam(defaultValue = "UNKNOWN") LetterState state,
      @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String after) {
    return paging.page(
        limit,
        after,
        (place, most) -> find(mailingId, state, place, most),
        LetterController::place);
  }

  /** The same, one a line. */
  @Hidden
  @GetMapping(path = "/{mailingId}/letters", produces = Paging.NDJSON)
  void stream(
      @PathVariable MailingId mailingId,
      @RequestParam(defaultValue = "UNKNOWN") LetterState state,
      HttpServletResponse response)
      throws IOException {
    paging.stream(
        response, (place, most) -> find(mailingId, state, place, most), LetterController::place);
  }

  private List<LetterView> find(
      MailingId mailing, LetterState state, @Nullable String place, int most) {
    return letters.list(mailing, state, place == null ? null : read(place), most).stream()
        .map(LetterController::view)
        .toList();
  }

  private static LetterView view(Letters.Entry letter) {
    return new LetterView(
        letter.letterId(), letter.subjectId(), letter.state(), letter.tries(), letter.changedAt());
  }

  private static String place(LetterView letter) {
    return letter.letterId().toString();
  }

  private static UUID read(String place) {
    try {
      return UUID.fromString(place);
    } catch (IllegalArgumentException noPlace) {
      throw Paging.invalid("after takes the value of next, as it was given.");
    }
  }

  /**
   * Takes in a report that a letter came back for good. An address from which too many did gets no
   * mailings until it is corrected. The same report may come often, and counts once.
   */
  @Operation(operationId = "recordBounce")
  @Misses(value = "LETTER_UNKNOWN", when = "The ledger wrote no letter with this token.")
  @PostMapping("/bounces")
  LetterView bounce(@Valid @RequestBody Bounce request) {
    return bounces
        .takeReport(request.token())
        .map(LetterController::view)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        HttpStatus.NOT_FOUND,
                        "LETTER_UNKNOWN",
                        "The ledger wrote no letter with this token.")));
  }
}
