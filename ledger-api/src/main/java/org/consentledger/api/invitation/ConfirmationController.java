package org.consentledger.api.invitation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.core.eventstore.Attachment;
import org.consentledger.core.eventstore.Commands;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.Invitation;
import org.consentledger.core.subject.InvitationEvent.ConsentInvited;
import org.consentledger.core.subject.SubjectCommand.AcceptInvitation;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the link of an invitation leads: to the exact text and a button. Looking at the page gives
 * no consent, because scanners look at all links.
 */
@PageController
@RequestMapping("/confirm")
final class ConfirmationController {

  /** Who says so: whoever has the letter. */
  static final String ACTOR = "confirmation-link";

  private final Invitations invitations;
  private final Commands commands;
  private final Notices notices;
  private final OperatorProfiles operators;
  private final PurposeTitles titles;
  private final Pages pages;

  ConfirmationController(
      Invitations invitations,
      Commands commands,
      Notices notices,
      OperatorProfiles operators,
      PurposeTitles titles,
      Pages pages) {
    this.invitations = invitations;
    this.commands = commands;
    this.notices = notices;
    this.operators = operators;
    this.titles = titles;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView ask(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    return invitations
        .open(token)
        .map(
            invitation ->
                invitation.accepted()
                    ? done(invitation, request)
                    : question(invitation, token, request))
        .orElseGet(() -> over(request));
  }

  @PostMapping
  ModelAndView confirm(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    invitations.open(token).ifPresent(this::accept);
    return invitations
        .open(token)
        .filter(Invitation::accepted)
        .map(invitation -> done(invitation, request))
        .orElseGet(() -> over(request));
  }

  /** The rules look again: between the look and the button the person may have said no. */
  private void accept(Invitation invitation) {
    ConsentInvited event = invitation.event();
    try {
      commands.execute(
          new AcceptInvitation(event.subjectId(), event.invitationId()),
          ACTOR,
          null,
          Attachment.none());
    } catch (Refused gone) {
      // Told below.
    }
  }

  private ModelAndView question(Invitation invitation, String token, HttpServletRequest request) {
    ConsentInvited event = invitation.event();
    Language language = event.terms().language();
    ModelAndView page = told(HttpStatus.OK, language, "confirm.question", request);
    page.addObject("notice", notices.of(invitation));
    page.addObject("hash", event.terms().noticeHash());
    page.addObject("purpose", titles.of(event.purposeId(), language));
    page.addObject("operator", operators.current().orElseThrow().name());
    page.addObject(
        "categories",
        event.terms().categories().stream().map(category -> category(category, language)).toList());
    page.addObject("conditions", conditions(event.terms().conditions(), language));
    page.addObject("token", token);
    return page;
  }

  private String category(Category category, Language language) {
    return Category.SHIPPED.contains(category)
        ? pages.words("category." + category.value(), language)
        : category.value();
  }

  private List<String> conditions(ConsentConditions conditions, Language language) {
    return Map.of(
            "thirdPartyTransfer", conditions.thirdPartyTransfer(),
            "crossBorder", conditions.crossBorder(),
            "publication", conditions.publication())
        .entrySet()
        .stream()
        .filter(Map.Entry::getValue)
        .map(condition -> pages.words("confirm." + condition.getKey(), language))
        .sorted()
        .toList();
  }

  private ModelAndView done(Invitation invitation, HttpServletRequest request) {
    return told(HttpStatus.OK, invitation.event().terms().language(), "confirm.done", request);
  }

  /** One answer for all that does not hold: it tells nobody whether there was an invitation. */
  private ModelAndView over(HttpServletRequest request) {
    return told(HttpStatus.NOT_FOUND, ReaderLanguage.of(request), "confirm.over", request);
  }

  /** In the language of the exact text, which is not another one in another language. */
  private ModelAndView told(
      HttpStatus status, Language language, String words, HttpServletRequest request) {
    ReaderLanguage.know(request, language);
    ModelAndView page = new ModelAndView("invitation/confirm");
    page.setStatus(status);
    page.addObject("text", pages.words(words, language));
    return page;
  }
}
