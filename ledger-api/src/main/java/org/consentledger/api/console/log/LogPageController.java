package org.consentledger.api.console.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consentledger.api.copies.CopiesStatus;
import org.consentledger.api.log.LogAdministration;
import org.consentledger.api.page.PageController;
import org.consentledger.core.log.SealStatus;
import org.consentledger.core.log.TransparencyLog;
import org.consentledger.core.log.Vouchers;
import org.consentledger.core.log.note.Cosignature;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the newest checkpoint, who else vouches for it, and how far sealing is. */
@PageController
final class LogPageController {

  private final LogAdministration administration;
  private final TransparencyLog log;
  private final Vouchers vouchers;
  private final CopiesStatus copies;
  private final Clock clock;

  LogPageController(
      LogAdministration administration,
      TransparencyLog log,
      Vouchers vouchers,
      CopiesStatus copies,
      Clock clock) {
    this.administration = administration;
    this.log = log;
    this.vouchers = vouchers;
    this.copies = copies;
    this.clock = clock;
  }

  /** A witness that cosigned the newest checkpoint. */
  record Witness(String name, Instant at) {}

  @GetMapping("/console/log")
  ModelAndView show() {
    SealStatus status = administration.status();
    ModelAndView page =
        new ModelAndView("console/log/log")
            .addObject("status", status)
            .addObject(
                "waitedSeconds",
                status.oldestUnsealedAt() == null
                    ? 0
                    : Duration.between(status.oldestUnsealedAt(), clock.instant()).toSeconds())
            .addObject("keys", log.keys().reversed().stream().map(Object::toString).toList())
            .addObject("places", copies.places())
            .addObject("quorum", copies.quorum().orElse(null));
    vouchers
        .newest()
        .ifPresent(
            newest ->
                page.addObject("checkpoint", newest.signed())
                    .addObject("note", newest.signed().note().format())
                    .addObject(
                        "witnesses",
                        newest.cosignatures().stream()
                            .map(
                                it ->
                                    new Witness(
                                        it.witness().name(), Cosignature.of(it.line()).time()))
                            .toList())
                    .addObject("stamps", newest.timeStamps()));
    return page;
  }
}
