package org.consentledger.api.site.person;

import jakarta.mail.internet.InternetAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.report.Reports;
import org.consentledger.api.request.RequestEntry;
import org.consentledger.api.site.letter.SiteLetters;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a person asks of the operator (clauses 3.2, 4.1, 4.2): it is entered as a request, with its
 * term; whatever it would change, an officer changes.
 */
@PageController
@RequestMapping("/me/requests")
final class PersonalRequestController {

  /** What people ask for; what the authorised body asks is no person's. */
  static final Set<RequestType> TYPES = EnumSet.complementOf(EnumSet.of(RequestType.AUTHORITY));

  private final RequestEntry entry;
  private final Requests requests;
  private final SiteLetters letters;
  private final Addresses addresses;

  PersonalRequestController(
      RequestEntry entry, Requests requests, SiteLetters letters, Addresses addresses) {
    this.entry = entry;
    this.requests = requests;
    this.letters = letters;
    this.addresses = addresses;
  }

  @GetMapping("/new")
  ModelAndView ask(
      Person person,
      @RequestParam(required = false) @Nullable RequestType type,
      HttpServletRequest request) {
    return form(new OwnRequest(type, null), request);
  }

  @PostMapping("/new")
  ModelAndView enter(
      Person person,
      @Valid @ModelAttribute("form") OwnRequest form,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes after) {
    RequestType type = form.type();
    if ((type == null || !TYPES.contains(type)) && !checked.hasFieldErrors("type")) {
      checked.rejectValue("type", "me.request.type.missing");
    }
    if (checked.hasErrors() || type == null || form.text() == null) {
      return refused(form(form, request));
    }
    return enter(person, type, form.text().strip(), request, after);
  }

  @GetMapping("/contact")
  ModelAndView askForContact(Person person, HttpServletRequest request) {
    return contact(new OwnContact(null, null), request);
  }

  /** Clauses 4.2, 8.3: an officer makes sure that it is the person, and changes it. */
  @PostMapping("/contact")
  ModelAndView enterContact(
      Person person,
      @Valid @ModelAttribute("form") OwnContact form,
      BindingResult checked,
      HttpServletRequest request,
      RedirectAttributes after) {
    if (form.field() == null && !checked.hasFieldErrors("field")) {
      checked.rejectValue("field", "me.contact.field.missing");
    } else if (!checked.hasErrors() && !form.isWellFormed()) {
      checked.rejectValue("value", "me.contact.value.form");
    }
    if (checked.hasErrors() || form.field() == null || form.value() == null) {
      return refused(contact(form, request));
    }
    String name = Reports.words(ReaderLanguage.of(request)).text("category." + form.field());
    return enter(
        person, RequestType.RECTIFICATION, name + ": " + form.value().strip(), request, after);
  }

  private ModelAndView enter(
      Person person,
      RequestType type,
      String text,
      HttpServletRequest request,
      RedirectAttributes after) {
    Language language = ReaderLanguage.of(request);
    RequestId entered =
        entry.enter(
            new RequestEntry.Asked(
                person.subjectId(),
                type,
                Channel.WEB,
                null,
                language,
                text,
                addresses.of(person.subjectId()).map(InternetAddress::getAddress).orElse("")),
            Person.ACTOR,
            (requestId, deposit) -> List.of(letters.received(requestId, language)));
    after.addFlashAttribute(
        "number", requests.find(entered).orElseThrow().received().number().toString());
    return new ModelAndView("redirect:/me");
  }

  private static ModelAndView refused(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static ModelAndView contact(OwnContact form, HttpServletRequest request) {
    return new ModelAndView("site/person/contact")
        .addObject("form", form)
        .addObject("fields", OwnContact.Field.values())
        .addObject("labels", Reports.words(ReaderLanguage.of(request)));
  }

  private static ModelAndView form(OwnRequest form, HttpServletRequest request) {
    return new ModelAndView("site/person/request")
        .addObject("form", form)
        .addObject("types", TYPES)
        .addObject("labels", Reports.words(ReaderLanguage.of(request)));
  }
}
