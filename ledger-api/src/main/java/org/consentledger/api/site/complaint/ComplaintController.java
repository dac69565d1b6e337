package org.consentledger.api.site.complaint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.request.RequestEntry;
import org.consentledger.api.site.Throttle;
import org.consentledger.api.site.letter.SiteLetters;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestType;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.RequestId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where one complains: to the operator, to the authorised body, to a court (clause 4.1). What is
 * sent by the form is entered like a letter of which nobody knows whether it came from the address
 * that it names: nothing takes effect, and the answer goes to that address alone.
 */
@PageController
@RequestMapping("/complaints")
final class ComplaintController {

  /** Who acts: whoever has filled in the form. */
  static final String ACTOR = "complaint-form";

  private final OperatorProfiles operators;
  private final RequestEntry entry;
  private final Requests requests;
  private final SiteLetters letters;
  private final Throttle throttle;
  private final BlindIndex index;

  ComplaintController(
      OperatorProfiles operators,
      RequestEntry entry,
      Requests requests,
      SiteLetters letters,
      Throttle throttle,
      BlindIndex index) {
    this.operators = operators;
    this.entry = entry;
    this.requests = requests;
    this.letters = letters;
    this.throttle = throttle;
    this.index = index;
  }

  @GetMapping
  ModelAndView show() {
    return page(new ComplaintForm(null, null, null), HttpStatus.OK);
  }

  @PostMapping
  ModelAndView send(
      @Valid @ModelAttribute("form") ComplaintForm form,
      BindingResult checked,
      HttpServletRequest request) {
    throttle.requireCalm(request.getRemoteAddr());
    Optional<String> address = IdentifierKind.EMAIL.normalise(form.address());
    if (!form.hasType() && !checked.hasFieldErrors("type")) {
      checked.rejectValue("type", "me.request.type.missing");
    }
    if (address.isEmpty()) {
      checked.rejectValue("email", "me.ask.wrong");
    }
    if (checked.hasErrors() || address.isEmpty()) {
      return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    RequestId entered = enter(form, address.get(), ReaderLanguage.of(request));
    return new ModelAndView("site/complaint/received")
        .addObject("number", requests.find(entered).orElseThrow().received().number().toString());
  }

  /** Whoever has the address is noted as a guess, for an officer; their data may be gone by now. */
  private RequestId enter(ComplaintForm form, String address, Language language) {
    boolean acknowledged = throttle.maySendTo(address);
    Optional<SubjectId> guessed = index.find(IdentifierKind.EMAIL, address);
    try {
      return enter(form, guessed.orElse(null), acknowledged, language);
    } catch (Refused gone) {
      if (guessed.isEmpty()) {
        throw gone;
      }
      return enter(form, null, acknowledged, language);
    }
  }

  private RequestId enter(
      ComplaintForm form, @Nullable SubjectId guessed, boolean acknowledged, Language language) {
    RequestType type = form.type() == null ? RequestType.QUESTION : form.type();
    String text = form.text() == null ? "" : form.text().strip();
    return entry.enter(
        new RequestEntry.Asked(guessed, type, Channel.WEB, null, language, text, form.address()),
        ACTOR,
        (requestId, deposit) ->
            acknowledged ? List.of(letters.received(requestId, language)) : List.of());
  }

  private ModelAndView page(ComplaintForm form, HttpStatus status) {
    ModelAndView page =
        new ModelAndView("site/complaint/complaints")
            .addObject("form", form)
            .addObject("operator", operators.current().orElse(null));
    page.setStatus(status);
    return page;
  }
}
