package org.consentledger.api.mail.acknowledgement;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.consentledger.api.document.Labels;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.subject.ClaimedGroundView;
import org.consentledger.api.subject.WhatContinues;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells somebody who has withdrawn what goes on, and on which ground (clause 3.1). */
@Component
public final class ContinuingLines {

  private static final String WORDS = "org.consentledger.api.report.report";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final WhatContinues continuing;
  private final PurposeTitles titles;

  ContinuingLines(WhatContinues continuing, PurposeTitles titles) {
    this.continuing = continuing;
    this.titles = titles;
  }

  /**
   * A line for each ground. None where the request is something else or still waits, and none where
   * the letter did not come from the person's own address: an officer who finds out later whose it
   * is does not make that address theirs.
   */
  List<String> about(RequestState request, Language language) {
    @Nullable SubjectId sender = request.received().subjectId();
    if (sender == null || request.received().type() != RequestType.WITHDRAWAL || request.isOpen()) {
      return List.of();
    }
    return lines(continuing.afterEveryWithdrawal(sender), language);
  }

  /** A line for each ground. */
  public List<String> lines(List<ClaimedGroundView> grounds, Language language) {
    Labels labels = new Labels(WORDS, language);
    return grounds.stream().map(ground -> line(ground, labels)).distinct().toList();
  }

  private String line(ClaimedGroundView ground, Labels labels) {
    return "%s: %s (%s), %s"
        .formatted(
            titles.of(ground.purposeId(), labels.language()),
            labels.text("legalGround", ground.ground()),
            ground.clause(),
            DAY.format(Kazakhstan.dayOf(ground.validUntil())));
  }
}
