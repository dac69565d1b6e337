package org.consentledger.api.console.letter;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.mail.intake.Outcome;
import org.consentledger.api.mail.intake.ReceivedLetterController;
import org.consentledger.api.mail.intake.ReceivedLetterView;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows which letters came, and hands one out to whoever may read it. */
@PageController
@RequestMapping("/console/letters")
final class LetterPageController {

  private static final int AT_ONCE = 50;

  private final ReceivedLetterController letters;

  LetterPageController(ReceivedLetterController letters) {
    this.letters = letters;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable String after) {
    Page<ReceivedLetterView> found = letters.list(outcome, AT_ONCE, Entered.text(after));
    return new ModelAndView("console/letter/letters")
        .addObject("letters", found.items())
        .addObject("next", found.next())
        .addObject("outcome", outcome)
        .addObject("outcomes", Outcome.values());
  }

  /** The letter as a file, which no browser shows: what strangers send may do harm. */
  @Hidden // a page's, and no part of the contract
  @PostMapping("/{letterId}/content")
  ResponseEntity<byte[]> content(@PathVariable UUID letterId, CommandContext context) {
    return letters.content(letterId, null, context);
  }
}
