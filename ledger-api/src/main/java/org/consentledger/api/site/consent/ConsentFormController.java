package org.consentledger.api.site.consent;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.consentledger.api.invitation.ConsentInvitations;
import org.consentledger.api.invitation.InvitationRequest.InvitationConditions;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.PageProperties;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.site.Throttle;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks everybody for consent to a purpose (clause 7.1). It says the same to whoever is known and
 * whoever is not, and has no effect but a letter, in which the person decides. A no is taken from
 * nobody in particular: it would end a consent that another gave.
 */
@PageController
@RequestMapping("/consent")
final class ConsentFormController {

  private static final int LONGEST_ADDRESS = 254;
  private static final Resource SCRIPT =
      new ClassPathResource("org/consentledger/api/page/assets/embed.js");

  private final ConsentNotices notices;
  private final ConsentForms forms;
  private final FormTokens tokens;
  private final ConsentInvitations invitations;
  private final PurposeTitles titles;
  private final Throttle throttle;
  private final PageProperties properties;

  /** What may be wrong with a form that was sent; the key of its words. */
  private enum Fault {
    NONE(HttpStatus.OK),
    /** There is no such address. */
    ADDRESS(HttpStatus.UNPROCESSABLE_CONTENT),
    /** It is too old, or shows another text than the one of now, or was not shown by us. */
    STALE(HttpStatus.CONFLICT);

    private final HttpStatus status;

    Fault(HttpStatus status) {
      this.status = status;
    }
  }

  ConsentFormController(
      ConsentNotices notices,
      ConsentForms forms,
      FormTokens tokens,
      ConsentInvitations invitations,
      PurposeTitles titles,
      Throttle throttle,
      PageProperties properties) {
    this.notices = notices;
    this.forms = forms;
    this.tokens = tokens;
    this.invitations = invitations;
    this.titles = titles;
    this.throttle = throttle;
    this.properties = properties;
  }

  /** The script by which the operator's own site shows the form. */
  @GetMapping("/embed.js")
  ResponseEntity<Resource> script() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(SCRIPT);
  }

  @GetMapping("/{purposeId}")
  ModelAndView show(
      @PathVariable PurposeId purposeId,
      @RequestParam(required = false) @Nullable String embedded,
      HttpServletRequest request) {
    Language language = ReaderLanguage.of(request);
    return notices
        .of(purposeId, language)
        .filter(notice -> isSendable())
        .map(notice -> form(purposeId, notice, Fault.NONE, embedded))
        .orElseGet(() -> page("closed", purposeId, language, embedded));
  }

  @PostMapping("/{purposeId}")
  ModelAndView answer(
      @PathVariable PurposeId purposeId,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "give") String answer,
      @RequestParam(defaultValue = "false") boolean thirdPartyTransfer,
      @RequestParam(defaultValue = "false") boolean crossBorder,
      @RequestParam(defaultValue = "false") boolean publication,
      @RequestParam(required = false) @Nullable String embedded,
      HttpServletRequest request) {
    throttle.requireCalm(request.getRemoteAddr());
    Language language = ReaderLanguage.of(request);
    Optional<ConsentNotice> found = notices.of(purposeId, language).filter(notice -> isSendable());
    if (found.isEmpty()) {
      return page("closed", purposeId, language, embedded);
    }
    ConsentNotice notice = found.get();
    if (!tokens.isOf(token, purposeId, notice)) {
      return form(purposeId, notice, Fault.STALE, embedded);
    }
    if (answer.equals("refuse")) {
      return page("refused", purposeId, language, embedded);
    }
    Optional<String> address =
        email.length() > LONGEST_ADDRESS ? Optional.empty() : IdentifierKind.EMAIL.normalise(email);
    if (address.isEmpty()) {
      return form(purposeId, notice, Fault.ADDRESS, embedded);
    }
    ConsentNotice.Offers offers = notice.offers();
    forms.ask(
        address.get(),
        purposeId,
        notice,
        new InvitationConditions(
            offers.transfer() && thirdPartyTransfer,
            offers.transfer() && crossBorder,
            offers.publication() && publication,
            null));
    return page("sent", purposeId, language, embedded);
  }

  private boolean isSendable() {
    try {
      invitations.requireSendable();
      return true;
    } catch (ProblemException notConfigured) {
      return false;
    }
  }

  private ModelAndView form(
      PurposeId purposeId, ConsentNotice notice, Fault fault, @Nullable String embedded) {
    ModelAndView page =
        page("form", purposeId, notice.language(), embedded)
            .addObject("notice", notice)
            .addObject("token", tokens.issue(purposeId, notice))
            .addObject("fault", fault.name());
    page.setStatus(fault.status);
    return page;
  }

  private ModelAndView page(
      String template, PurposeId purposeId, Language language, @Nullable String embedded) {
    return new ModelAndView("site/consent/" + template)
        .addObject("purposeId", purposeId.value())
        .addObject("purpose", titles.of(purposeId, language))
        .addObject(
            "embedded",
            embedded != null && properties.embeddedBy().contains(embedded) ? embedded : null);
  }
}
