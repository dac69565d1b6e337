package org.consentledger.api.site.person;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.receipt.ReceiptDocuments;
import org.consentledger.api.receipt.ReceiptForm;
import org.consentledger.api.report.ReportFinder;
import org.consentledger.api.report.Reports;
import org.consentledger.api.report.SubjectReport;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is processed of a person, on which ground, and who was given it (clauses 3.2, 4.1). The data
 * itself is shown when they ask, and each look is recorded like anybody else's (clause 8.7).
 */
@PageController
@RequestMapping("/me")
final class PersonalPageController {

  private final People people;
  private final LinkController links;
  private final ReportFinder finder;
  private final Reports reports;
  private final ReceiptDocuments receipts;
  private final PurposeTitles titles;
  private final Clock clock;

  PersonalPageController(
      People people,
      LinkController links,
      ReportFinder finder,
      Reports reports,
      ReceiptDocuments receipts,
      PurposeTitles titles,
      Clock clock) {
    this.people = people;
    this.links = links;
    this.finder = finder;
    this.reports = reports;
    this.receipts = receipts;
    this.titles = titles;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(HttpServletRequest request) {
    return people
        .find(request)
        .map(person -> page(person, ReaderLanguage.of(request)))
        .orElseGet(() -> links.form(false));
  }

  private ModelAndView page(Person person, Language language) {
    ReportFinder.Overview overview = finder.overview(person.seen(), Reports.words(language));
    return new ModelAndView("site/person/person")
        .addObject("overview", overview)
        .addObject(
            "purposes",
            overview.purposes().stream()
                .map(purpose -> OwnPurpose.of(purpose, person, clock.instant()))
                .toList())
        .addObject(
            "receipts",
            receipts.of(person.subjectId()).stream()
                .map(
                    receipt ->
                        new OwnReceipt(receipt, titles.of(receipt.event().purposeId(), language)))
                .toList())
        .addObject("labels", Reports.words(language));
  }

  /** The data itself; in the answer alone. */
  @PostMapping("/data")
  ModelAndView data(Person person, HttpServletRequest request) {
    return new ModelAndView("site/person/data").addObject("report", report(person, request));
  }

  /** Everything, to keep. */
  @PostMapping("/report")
  ResponseEntity<byte[]> report(
      Person person, @RequestParam(defaultValue = "pdf") String form, HttpServletRequest request) {
    SubjectReport report = report(person, request);
    boolean forPrograms = form.equals("json");
    String name = "report-" + Kazakhstan.dayOf(report.at()) + (forPrograms ? ".json" : ".pdf");
    return ResponseEntity.ok()
        .contentType(forPrograms ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(forPrograms ? reports.json(report) : reports.paper(report));
  }

  private SubjectReport report(Person person, HttpServletRequest request) {
    return reports.make(
        person.subjectId(),
        Optional.of(ReaderLanguage.of(request)),
        null,
        new CommandContext(Person.ACTOR, null, null, "/me"));
  }

  /** One of the person's own receipts; of another's it is not known. */
  @GetMapping("/receipts/{receiptId}")
  ResponseEntity<byte[]> receipt(
      Person person,
      @PathVariable UUID receiptId,
      @RequestParam(defaultValue = "page") String form,
      HttpServletRequest request) {
    return receipts.answer(
        person.subjectId(),
        receiptId,
        Optional.of(ReaderLanguage.of(request)),
        switch (form) {
          case "pdf" -> ReceiptForm.PAPER;
          case "json" -> ReceiptForm.LINKED_DATA;
          default -> ReceiptForm.PAGE;
        });
  }
}
