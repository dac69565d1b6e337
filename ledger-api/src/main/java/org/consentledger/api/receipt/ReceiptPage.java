package org.consentledger.api.receipt;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.consentledger.api.document.DocumentPage;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.document.Labels;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Channel;

/**
 * A receipt for a person: one page of well-formed XHTML that needs nothing else, to be read on a
 * screen, aloud or on paper.
 */
final class ReceiptPage {

  private final ReceiptFacts facts;
  private final DocumentProof proof;
  private final Labels labels;
  private final DocumentPage page;

  private ReceiptPage(ReceiptFacts facts, DocumentProof proof, Labels labels) {
    this.facts = facts;
    this.proof = proof;
    this.labels = labels;
    this.page =
        new DocumentPage(labels, labels.text("document"), labels.text("kind", facts.kind()));
  }

  /**
   * The page.
   *
   * @param proof what vouches for the receipt as linked data, which this one is a reading of
   */
  static String of(ReceiptFacts facts, DocumentProof proof, Labels labels) {
    return new ReceiptPage(facts, proof, labels).page();
  }

  private String page() {
    what();
    operator();
    scope();
    rights();
    page.proof(proof);
    return page.end();
  }

  private void what() {
    page.open("section.what");
    page.row("receiptId", facts.receiptId().toString());
    page.row("subject", facts.event().subjectId().toString());
    page.row("effectiveAt", labels.moment(facts.event().effectiveAt()));
    page.row("recordedAt", labels.moment(facts.receipt().recordedAt()));
    Channel channel = facts.channel();
    page.row(
        "channel", channel == null ? labels.text("channel.none") : labels.text("channel", channel));
    ConsentTerms terms = facts.terms();
    page.row("givenBy", terms == null ? null : labels.text("role", terms.givenBy()));
    page.row("language", labels.text("language", facts.language()));
    Object superseded = facts.receipt().supersedes();
    page.row("supersedes", superseded == null ? null : superseded.toString());
    page.close();
  }

  private void operator() {
    OperatorProfile operator = facts.operator();
    page.open("section.operator");
    page.row("name", operator.name());
    page.row("bin", operator.bin());
    page.row("address", operator.address());
    page.row("site", operator.site());
    page.row("email", operator.email());
    page.row("phone", operator.phone());
    page.row("responsible", operator.responsiblePerson());
    page.row("authority", operator.authority());
    if (operator.jointOperators() != null) {
      operator.jointOperators().forEach(joint -> page.row("joint", joint.name()));
    }
    page.close();
  }

  private void scope() {
    page.open("section.scope");
    page.row("purpose", facts.title(labels.language()));
    page.row("categories", labels.categories(facts.categories()));
    page.row(
        "sensitive", facts.sensitive().isEmpty() ? null : labels.categories(facts.sensitive()));
    page.row(
        "actions",
        facts.purpose().definition().actions().stream()
            .map(action -> labels.text("action", action))
            .collect(Collectors.joining(", ")));
    ConsentTerms terms = facts.terms();
    if (terms != null) {
      conditions(terms);
    }
    page.row("retention", ReceiptWords.retention(facts, labels));
    page.row("storage", labels.text("storage.place"));
    page.row("policy", facts.policyVersion() + " — " + facts.policyUrl());
    page.row("noticeHash", terms == null ? null : terms.noticeHash());
    page.close();
  }

  private void conditions(ConsentTerms terms) {
    ConsentConditions allowed = terms.conditions();
    Instant end = terms.expiresAt();
    page.row(
        "term",
        end == null ? labels.text("term.none") : labels.text("term.until", labels.moment(end)));
    page.row("thirdPartyTransfer", labels.yesOrNo(allowed.thirdPartyTransfer()));
    page.row(
        "recipients", allowed.thirdPartyTransfer() ? ReceiptWords.recipients(terms, labels) : null);
    page.row("crossBorder", labels.yesOrNo(allowed.crossBorder()));
    page.row("publication", labels.yesOrNo(allowed.publication()));
  }

  private void rights() {
    page.list(
        "section.rights",
        Arrays.stream(Right.values()).map(right -> labels.text("right", right)).toList());
    page.paragraph(labels.text("withdrawal.how"));
  }
}
