package org.consentledger.api.receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.ConsentTerms;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A receipt for a person: one page of well-formed XHTML that needs nothing else, to be read on a
 * screen, aloud or on paper.
 */
final class ReceiptPage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm }
      body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 11pt; line-height: 1.4; color: #000;
             background: #fff; max-width: 46em; margin: 0 auto; padding: 1em }
      h1 { font-size: 16pt; line-height: 1.2 } h2 { font-size: 12.5pt; margin: 1.4em 0 .3em }
      .kind { font-size: 13pt; border: 1pt solid #000; padding: .4em .7em }
      table { width: 100%; border-collapse: collapse } caption { display: none }
      th, td { text-align: left; vertical-align: top; padding: .25em .5em; border-bottom: .5pt solid #767676 }
      th { width: 34%; font-weight: normal; color: #333 }
      pre { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 8pt; white-space: pre-wrap; word-wrap: break-word }
      """;

  private final ReceiptFacts facts;
  private final ReceiptProof proof;
  private final Labels labels;
  private final StringBuilder html = new StringBuilder(8192);

  private ReceiptPage(ReceiptFacts facts, ReceiptProof proof, Labels labels) {
    this.facts = facts;
    this.proof = proof;
    this.labels = labels;
  }

  /**
   * The page.
   *
   * @param proof what vouches for the receipt as linked data, which this one is a reading of
   */
  static String of(ReceiptFacts facts, ReceiptProof proof, Labels labels) {
    return new ReceiptPage(facts, proof, labels).page();
  }

  private String page() {
    html.append(
        """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="%1$s" xml:lang="%1$s">
        <head><meta charset="UTF-8" /><meta name="viewport" content="width=device-width" />
        <title>%2$s</title><meta name="description" content="%3$s" /><style>%4$s</style></head>
        <body><main>
        <h1>%2$s</h1>
        <p class="kind" role="status">%3$s</p>
        """
            .formatted(
                labels.language().code(),
                escape(labels.text("document")),
                escape(labels.text("kind", facts.kind())),
                STYLE));
    what();
    operator();
    scope();
    rights();
    check();
    return html.append("</main></body></html>\n").toString();
  }

  private void what() {
    open("section.what");
    row("receiptId", facts.receiptId().toString());
    row("subject", facts.event().subjectId().toString());
    row("effectiveAt", labels.moment(facts.event().effectiveAt()));
    row("recordedAt", labels.moment(facts.receipt().recordedAt()));
    Channel channel = facts.channel();
    row("channel", channel == null ? labels.text("channel.none") : labels.text("channel", channel));
    ConsentTerms terms = facts.terms();
    row("givenBy", terms == null ? null : labels.text("role", terms.givenBy()));
    row("language", labels.text("language", facts.language()));
    Object superseded = facts.receipt().supersedes();
    row("supersedes", superseded == null ? null : superseded.toString());
    close();
  }

  private void operator() {
    OperatorProfile operator = facts.operator();
    open("section.operator");
    row("name", operator.name());
    row("bin", operator.bin());
    row("address", operator.address());
    row("site", operator.site());
    row("email", operator.email());
    row("phone", operator.phone());
    row("responsible", operator.responsiblePerson());
    row("authority", operator.authority());
    if (operator.jointOperators() != null) {
      operator.jointOperators().forEach(joint -> row("joint", joint.name()));
    }
    close();
  }

  private void scope() {
    open("section.scope");
    row("purpose", facts.title(labels.language()));
    row("categories", names(facts.categories()));
    row("sensitive", facts.sensitive().isEmpty() ? null : names(facts.sensitive()));
    row(
        "actions",
        facts.purpose().definition().actions().stream()
            .map(action -> labels.text("action", action))
            .collect(Collectors.joining(", ")));
    ConsentTerms terms = facts.terms();
    if (terms != null) {
      conditions(terms);
    }
    row("retention", ReceiptWords.retention(facts, labels));
    row("storage", labels.text("storage.place"));
    row("policy", facts.policyVersion() + " — " + facts.policyUrl());
    row("noticeHash", terms == null ? null : terms.noticeHash());
    close();
  }

  private void conditions(ConsentTerms terms) {
    ConsentConditions allowed = terms.conditions();
    Instant end = terms.expiresAt();
    row(
        "term",
        end == null ? labels.text("term.none") : labels.text("term.until", labels.moment(end)));
    row("thirdPartyTransfer", labels.yesOrNo(allowed.thirdPartyTransfer()));
    row("recipients", allowed.thirdPartyTransfer() ? ReceiptWords.recipients(terms, labels) : null);
    row("crossBorder", labels.yesOrNo(allowed.crossBorder()));
    row("publication", labels.yesOrNo(allowed.publication()));
  }

  private void rights() {
    List<String> rights = new ArrayList<>();
    Arrays.stream(Right.values()).forEach(right -> rights.add(labels.text("right", right)));
    heading("section.rights");
    html.append("<ul>");
    rights.forEach(right -> html.append("<li>").append(escape(right)).append("</li>"));
    html.append("</ul>\n<p>").append(escape(labels.text("withdrawal.how"))).append("</p>\n");
  }

  private void check() {
    heading("section.proof");
    html.append("<p>")
        .append(escape(labels.text("proof.how", proof.verifierKeysAt())))
        .append("</p>\n");
    note("proof.signature", proof.signature());
    if (proof.logProof() == null) {
      html.append("<p>")
          .append(escape(labels.text("proof.pending", proof.logProofAt())))
          .append("</p>\n");
    } else {
      note("proof.log", proof.logProof());
    }
  }

  private void note(String key, String text) {
    html.append("<h3>").append(escape(labels.text(key))).append("</h3>\n<pre>");
    html.append(escape(text)).append("</pre>\n");
  }

  private void open(String key) {
    heading(key);
    html.append("<table><caption>").append(escape(labels.text(key))).append("</caption><tbody>\n");
  }

  private void close() {
    html.append("</tbody></table>\n");
  }

  private void heading(String key) {
    html.append("<h2>").append(escape(labels.text(key))).append("</h2>\n");
  }

  /** What is not known has no row. */
  private void row(String key, @Nullable String value) {
    if (value != null) {
      html.append("<tr><th scope=\"row\">").append(escape(labels.text(key)));
      html.append("</th><td>").append(escape(value)).append("</td></tr>\n");
    }
  }

  private String names(Iterable<Category> categories) {
    List<String> names = new ArrayList<>();
    categories.forEach(category -> names.add(labels.category(category)));
    return String.join(", ", names);
  }

  /** With this encoding only what means something in markup is escaped. */
  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
