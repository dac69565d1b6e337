package org.consentledger.api.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.api.document.DocumentPage;
import org.consentledger.api.document.Labels;
import org.consentledger.api.operator.OperatorProfile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A report as a page, to be read on a screen, aloud or on paper. */
final class ReportPage {

  private static final String NONE = "—";

  private final SubjectReport report;
  private final Labels labels;
  private final DocumentPage page;

  private ReportPage(SubjectReport report, Labels labels) {
    this.report = report;
    this.labels = labels;
    this.page = new DocumentPage(labels, labels.text("document"), labels.text("kind"));
  }

  static String of(SubjectReport report, Labels labels) {
    return new ReportPage(report, labels).whole();
  }

  private String whole() {
    page.open("section.what");
    page.row("subject", report.subjectId().toString());
    page.row("at", labels.moment(report.at()));
    page.row("registeredAt", labels.moment(report.registeredAt()));
    page.row("source", report.source() == null ? null : labels.text("source", report.source()));
    page.row("aboutAnotherPerson", labels.yesOrNo(report.aboutAnotherPerson()));
    page.row("accurateAt", report.accurateAt() == null ? null : labels.moment(report.accurateAt()));
    page.close();
    operator();
    table(
        "section.data",
        List.of("categories", "content", "keptUntil"),
        report.data().stream()
            .map(it -> List.of(it.name(), text(it.content()), moment(it.keptUntil())))
            .toList());
    purposes();
    table(
        "section.recipients",
        List.of("name", "kindOfRecipient", "country"),
        report.recipients().stream()
            .map(
                it ->
                    List.of(
                        it.name(),
                        it.kind() == null ? NONE : labels.text("recipient", it.kind()),
                        it.country() == null ? NONE : it.country()))
            .toList());
    actions();
    table(
        "section.readings",
        List.of("moment", "ground"),
        report.readings().stream()
            .map(
                it ->
                    List.of(
                        labels.moment(it.at()),
                        it.ground() == null ? NONE : labels.text("legalGround", it.ground())))
            .toList());
    table(
        "section.requests",
        List.of("number", "asked", "receivedAt", "state", "dueDate"),
        report.requests().stream()
            .map(
                it ->
                    List.of(
                        it.number(),
                        labels.text("request", it.type()),
                        labels.moment(it.receivedAt()),
                        labels.text("state", it.state()),
                        it.dueDate() == null ? NONE : it.dueDate().toString()))
            .toList());
    return page.end();
  }

  private void operator() {
    OperatorProfile operator = report.operator();
    if (operator != null) {
      page.open("section.operator");
      page.row("name", operator.name());
      page.row("bin", operator.bin());
      page.row("address", operator.address());
      page.row("channel.EMAIL", operator.email());
      page.row("channel.PHONE", operator.phone());
      page.close();
    }
  }

  private void purposes() {
    List<List<String>> rows = new ArrayList<>();
    for (SubjectReport.ReportedPurpose purpose : report.purposes()) {
      String kept = purpose.retention() == null ? NONE : labels.duration(purpose.retention());
      if (purpose.footings().isEmpty()) {
        rows.add(List.of(purpose.title(), NONE, NONE, NONE, kept));
      }
      for (SubjectReport.Footing footing : purpose.footings()) {
        rows.add(
            List.of(
                purpose.title(),
                footing.name()
                    + " ("
                    + footing.clause()
                    + "): "
                    + labels.text("standing", footing.standing()),
                labels.moment(footing.since()),
                moment(footing.until()),
                kept));
      }
    }
    table("section.purposes", List.of("purpose", "ground", "since", "until", "retention"), rows);
  }

  private void actions() {
    table(
        "section.actions",
        List.of("moment", "action", "categories", "recipient", "lawful"),
        report.actions().stream()
            .map(
                it ->
                    List.of(
                        labels.moment(it.at()),
                        it.name(),
                        labels.categories(it.categories()),
                        recipient(it),
                        labels.yesOrNo(it.lawful())))
            .toList());
  }

  private static String recipient(SubjectReport.ReportedAct act) {
    String name = act.recipient() == null ? NONE : act.recipient();
    return act.country() == null ? name : name + ", " + act.country();
  }

  /** Where there is nothing, that is said. */
  private void table(String key, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      page.heading(key);
      page.paragraph(labels.text("nothing"));
    } else {
      page.table(key, columns, rows);
    }
  }

  private String moment(@Nullable Instant moment) {
    return moment == null ? NONE : labels.moment(moment);
  }

  /** What stands alone under {@code value} is shown alone. */
  private static String text(JsonNode content) {
    if (!content.isObject()) {
      return content.asString();
    }
    List<String> parts = new ArrayList<>();
    content
        .properties()
        .forEach(
            member -> {
              String value =
                  member.getValue().isContainer()
                      ? member.getValue().toString()
                      : member.getValue().asString();
              parts.add(
                  content.size() == 1 && member.getKey().equals("value")
                      ? value
                      : member.getKey() + ": " + value);
            });
    return String.join("; ", parts);
  }
}
