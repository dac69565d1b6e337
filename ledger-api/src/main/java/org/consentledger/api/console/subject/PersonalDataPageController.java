package org.consentledger.api.console.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.personaldata.DocumentController;
import org.consentledger.api.personaldata.PersonalDataController;
import org.consentledger.api.query.Paging;
import org.consentledger.api.report.ReportController;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
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
 * Shows personal data to whoever asks for it by a button, and says that the look was recorded
 * (clauses 8.1, 8.7). Nothing of it stands in an address.
 */
@PageController
@RequestMapping("/console/subjects/{subjectId}")
final class PersonalDataPageController {

  private final Persons persons;
  private final PersonalDataController data;
  private final DocumentController documents;
  private final ReportController reports;

  PersonalDataPageController(
      Persons persons,
      PersonalDataController data,
      DocumentController documents,
      ReportController reports) {
    this.persons = persons;
    this.data = data;
    this.documents = documents;
    this.reports = reports;
  }

  @GetMapping("/data")
  ModelAndView ask(@PathVariable SubjectId subjectId) {
    return page(persons.now(subjectId));
  }

  @PostMapping("/data")
  ModelAndView show(
      @PathVariable SubjectId subjectId,
      @RequestParam(required = false) @Nullable LegalGround ground,
      CommandContext context) {
    Person person = persons.now(subjectId);
    return page(person).addObject("shown", data.read(subjectId, ground, context).getBody());
  }

  /** A text that an event refers to. */
  @PostMapping("/documents/{documentId}")
  ModelAndView document(
      @PathVariable SubjectId subjectId, @PathVariable UUID documentId, CommandContext context) {
    Person person = persons.now(subjectId);
    return page(person)
        .addObject("document", documents.read(subjectId, documentId, null, context).getBody());
  }

  /** The report of clause 4.1, for the person who asked for it. */
  @PostMapping("/report")
  ResponseEntity<byte[]> report(
      @PathVariable SubjectId subjectId,
      @RequestParam String spoken,
      CommandContext context,
      HttpServletRequest request) {
    ResponseEntity<byte[]> report =
        reports.read(
            subjectId, null, spoken, context, new AskedFor(request, MediaType.APPLICATION_PDF));
    return ResponseEntity.ok()
        .headers(report.getHeaders())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.pdf\"")
        .body(report.getBody());
  }

  private ModelAndView page(Person person) {
    ModelAndView page =
        new ModelAndView("console/subject/data")
            .addObject("person", person)
            .addObject("grounds", LegalGround.values());
    return person.state().isActive()
        ? page.addObject("references", documents.list(person.id(), Paging.MOST, null).items())
        : page;
  }
}
