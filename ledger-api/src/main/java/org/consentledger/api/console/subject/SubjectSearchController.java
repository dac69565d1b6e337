package org.consentledger.api.console.subject;

import java.util.Locale;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.subject.RegistrationController;
import org.consentledger.api.subject.SubjectController;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.subject.SubjectStatus;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.search.SubjectSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Finds people: by an identifier, which is sent in a body and stands in no address, or by what is
 * true of them. Neither shows personal data.
 */
@PageController
@RequestMapping("/console/subjects")
final class SubjectSearchController {

  private static final int A_PAGE = 50;

  /** By what somebody may be looked for: the API's identifiers, and the ledger's own. */
  enum SoughtBy {
    EMAIL,
    PHONE,
    IIN,
    SUBJECT_ID
  }

  private final SubjectController subjects;
  private final RegistrationController registrations;
  private final Persons persons;
  private final RegisterReader registers;

  SubjectSearchController(
      SubjectController subjects,
      RegistrationController registrations,
      Persons persons,
      RegisterReader registers) {
    this.subjects = subjects;
    this.registrations = registrations;
    this.persons = persons;
    this.registers = registers;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(required = false) @Nullable SubjectStatus status,
      @RequestParam(required = false) @Nullable String spoken,
      @RequestParam(required = false) @Nullable Boolean restricted,
      @RequestParam(required = false) @Nullable String purpose,
      @RequestParam(required = false) SubjectSearch.@Nullable Answer consent,
      @RequestParam(required = false) @Nullable String after) {
    return page()
        .addObject(
            "found",
            subjects.find(
                status,
                Said.text(spoken),
                restricted,
                Said.code(purpose, PurposeId::new),
                consent,
                A_PAGE,
                Said.text(after)));
  }

  /** One who is found is shown at once; an address is made of the random identifier alone. */
  @PostMapping
  ModelAndView look(@RequestParam SoughtBy by, @RequestParam(defaultValue = "") String value) {
    try {
      return new ModelAndView("redirect:/console/subjects/" + find(by, value.strip()));
    } catch (Refused unknown) {
      return sought(by, value, "subjects.search.none", HttpStatus.NOT_FOUND);
    } catch (ProblemException | IllegalArgumentException malformed) {
      String form = "subjects.search.form." + by.name().toLowerCase(Locale.ROOT);
      return sought(by, value, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private SubjectId find(SoughtBy by, String value) {
    return switch (by) {
      case EMAIL -> lookUp(new SubjectRequests.Lookup(value, null, null));
      case PHONE -> lookUp(new SubjectRequests.Lookup(null, value, null));
      case IIN -> lookUp(new SubjectRequests.Lookup(null, null, value));
      case SUBJECT_ID ->
          persons.now(SubjectId.find(value).orElseThrow(IllegalArgumentException::new)).id();
    };
  }

  private SubjectId lookUp(SubjectRequests.Lookup identifier) {
    return registrations.lookup(identifier).subjectId();
  }

  private ModelAndView sought(SoughtBy by, String value, String words, HttpStatus status) {
    ModelAndView page =
        page().addObject("by", by).addObject("value", value).addObject("missed", words);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page() {
    return new ModelAndView("console/subject/subjects")
        .addObject("ways", SoughtBy.values())
        .addObject("kinds", IdentifierKind.values())
        .addObject("statuses", SubjectStatus.values())
        .addObject("spokenLanguages", Language.values())
        .addObject("answers", SubjectSearch.Answer.values())
        .addObject("purposes", registers.current().purposes().keySet());
  }
}
