package org.consentledger.api.invitation;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.letter.PublicPage;
import org.consentledger.api.operator.OperatorProfiles;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the link of an invitation leads: to the exact text and a button. Looking at the page gives
 * no consent, because scanners look at all links.
 */
@Hidden
@RestController
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
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    return invitations
        .open(token)
        .map(invitation -> invitation.accepted() ? done(invitation) : question(invitation, token))
        .orElseGet(() -> over(request));
  }

  @PostMapping
  ResponseEntity<String> confirm(
      @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    invitations.open(token).ifPresent(this::accept);
    return invitations
        .open(token)
        .filter(Invitation::accepted)
        .map(this::done)
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

  private ResponseEntity<String> question(Invitation invitation, String token) {
    ConsentInvited event = invitation.event();
    Language language = event.terms().language();
    Map<String, Object> values = new HashMap<>();
    values.put("text", pages.words("confirm.question", language));
    values.put("notice", notices.of(invitation));
    values.put("hash", event.terms().noticeHash());
    values.put("purpose", titles.of(event.purposeId(), language));
    values.put("operator", operators.current().orElseThrow().name());
    values.put(
        "categories",
        event.terms().categories().stream().map(category -> category(category, language)).toList());
    values.put("conditions", conditions(event.terms().conditions(), language));
    values.put("token", token);
    return PublicPage.answer(HttpStatus.OK, pages.page("confirm", language, values));
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

  private ResponseEntity<String> done(Invitation invitation) {
    return told(HttpStatus.OK, invitation.event().terms().language(), "confirm.done");
  }

  /** One answer for all that does not hold: it tells nobody whether there was an invitation. */
  private ResponseEntity<String> over(HttpServletRequest request) {
    Optional<Language> wanted = PublicPage.wanted(request);
    return told(HttpStatus.NOT_FOUND, wanted.orElse(Language.RU), "confirm.over");
  }

  private ResponseEntity<String> told(HttpStatus status, Language language, String words) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("text", pages.words(words, language));
    return PublicPage.answer(status, pages.page("confirm", language, values));
  }
}
