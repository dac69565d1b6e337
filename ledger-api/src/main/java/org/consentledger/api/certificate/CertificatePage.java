package org.consentledger.api.certificate;

import java.time.Instant;
import java.util.List;
import org.consentledger.api.certificate.DisposalCertificate.Backups;
import org.consentledger.api.certificate.DisposalCertificate.CertifiedTerm;
import org.consentledger.api.certificate.DisposalCertificate.Told;
import org.consentledger.api.certificate.DisposalCertificate.ToldRecipient;
import org.consentledger.api.document.DocumentPage;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.document.Labels;
import org.jspecify.annotations.Nullable;

/** A certificate as a page; see {@link DocumentPage}. */
final class CertificatePage {

  private final DisposalCertificate certificate;
  private final Labels labels;
  private final DocumentPage page;

  private CertificatePage(DisposalCertificate certificate, Labels labels) {
    this.certificate = certificate;
    this.labels = labels;
    this.page =
        new DocumentPage(
            labels,
            labels.text("document." + certificate.kind(), certificate.number()),
            labels.text("kind", certificate.kind()));
  }

  /**
   * The page.
   *
   * @param proof what vouches for the certificate as JSON, which this one is a reading of
   */
  static String of(DisposalCertificate certificate, DocumentProof proof, Labels labels) {
    CertificatePage written = new CertificatePage(certificate, labels);
    written.what();
    written.why();
    written.where();
    written.recipients();
    written.backups();
    written.page.proof(proof);
    return written.page.end();
  }

  private void what() {
    page.open("section.what");
    page.row("number", certificate.number());
    page.row("edition", edition());
    page.row(
        "operator",
        certificate.operator().name()
            + ", "
            + labels.text("bin")
            + " "
            + certificate.operator().bin());
    page.row("subject", certificate.subjectId().toString());
    page.row("disposal", certificate.disposalId().toString());
    page.row(
        "categories",
        certificate.categories().isEmpty()
            ? labels.text("categories.none")
            : labels.categories(certificate.categories()));
    page.row("method", labels.text("method", certificate.method()));
    page.row("doneAt", labels.moment(certificate.doneAt()));
    page.row("recordedAt", labels.moment(certificate.recordedAt()));
    page.row("position", Long.toString(certificate.position()));
    page.row("executor", labels.text("executor.ledger"));
    page.row("requestedBy", person(certificate.requestedBy()));
    page.row("approvedBy", certificate.approvedBy());
    page.row("approvedAt", moment(certificate.approvedAt()));
    page.close();
  }

  private String edition() {
    return labels.text(
        certificate.isFinal() ? "edition.final" : "edition.preliminary",
        Integer.toString(certificate.edition()));
  }

  private @Nullable String person(@Nullable String identifier) {
    return DisposalCertificate.LEDGER.equals(identifier)
        ? labels.text("executor.ledger")
        : identifier;
  }

  private void why() {
    CertifiedTerm term = certificate.term();
    page.open("section.why");
    page.row(
        "ground",
        labels.text("ground", certificate.ground())
            + labels.text("ground.clause", certificate.clause()));
    page.row(
        "reason",
        certificate.reason() == null ? null : labels.text("reason", certificate.reason()));
    page.row("requestedAt", labels.moment(certificate.requestedAt()));
    page.row("triggeredAt", moment(certificate.triggeredAt()));
    page.row("termFrom", labels.moment(term.from()));
    page.row(
        "termLength",
        labels.text(
            "term." + term.unit(),
            Integer.toString(term.length()),
            labels.text("article", term.id())));
    page.row(
        "dueDay", term.dueDay() + (term.calendarConfirmed() ? "" : labels.text("calendar.open")));
    page.close();
  }

  private void where() {
    page.list(
        "section.stores",
        certificate.stores().stream().map(store -> labels.text("store", store)).toList());
    if (certificate.informationSystems().isEmpty()) {
      page.heading("section.systems");
      page.paragraph(labels.text("systems.none"));
    } else {
      page.table(
          "section.systems",
          List.of("system.id", "name", "system.location"),
          certificate.informationSystems().stream()
              .map(system -> List.of(system.id().value(), system.name(), system.location()))
              .toList());
    }
  }

  private void recipients() {
    if (certificate.recipients().isEmpty()) {
      page.heading("section.recipients");
      page.paragraph(labels.text("recipients.none"));
    } else {
      page.table(
          "section.recipients",
          List.of("recipient", "told", "confirmed"),
          certificate.recipients().stream().map(this::recipient).toList());
    }
  }

  private List<String> recipient(ToldRecipient recipient) {
    return List.of(
        recipient.recipientId().value(),
        message(recipient.told(), "told.not"),
        message(recipient.confirmed(), "confirmed.not"));
  }

  private String message(@Nullable Told message, String otherwise) {
    return message == null
        ? labels.text(otherwise)
        : labels.moment(message.at()) + ", " + labels.text("channel", message.channel());
  }

  private void backups() {
    page.heading("section.backups");
    Backups backups = certificate.backups();
    Instant since =
        backups.deadSince() == null ? backups.epochKeyDestroyedAt() : backups.deadSince();
    page.paragraph(
        labels.text("backups." + backups.state(), since == null ? "" : labels.moment(since)));
  }

  private @Nullable String moment(@Nullable Instant moment) {
    return moment == null ? null : labels.moment(moment);
  }
}
