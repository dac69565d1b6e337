package org.consentledger.api.site.person;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.api.command.CommandDesk;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.invitation.ConsentInvitations;
import org.consentledger.api.invitation.InvitationRequest;
import org.consentledger.api.letter.Markdown;
import org.consentledger.api.mail.acknowledgement.ContinuingLines;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.policy.PolicyFinder;
import org.consentledger.api.policy.PolicyView;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.subject.ConsentRequests;
import org.consentledger.api.subject.SubjectEffects;
import org.consentledger.api.subject.WhatContinues;
import org.consentledger.core.refusal.Refusal;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.ConsentAnswer;
import org.consentledger.core.subject.ConsentConditions;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.subject.SubjectCommand.RefuseConsent;
import org.consentledger.core.subject.SubjectCommand.RenewConsent;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.RecipientId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How a person answers for one purpose: withdraws, refuses, renews (clauses 7.1, 8.4). A no counts
 * whatever has happened since the page was shown; a yes counts for the text that was shown, and is
 * asked anew where another one is in force by now.
 */
@PageController
@RequestMapping("/me/purposes/{purposeId}")
final class PurposeAnswerController {

  private static final String HOME = "redirect:/me";

  private final CommandDesk desk;
  private final SubjectEffects effects;
  private final WhatContinues continuing;
  private final ContinuingLines lines;
  private final ConsentInvitations invitations;
  private final PolicyFinder policies;
  private final PurposeTitles titles;

  PurposeAnswerController(
      CommandDesk desk,
      SubjectEffects effects,
      WhatContinues continuing,
      ContinuingLines lines,
      ConsentInvitations invitations,
      PolicyFinder policies,
      PurposeTitles titles) {
    this.desk = desk;
    this.effects = effects;
    this.continuing = continuing;
    this.lines = lines;
    this.invitations = invitations;
    this.policies = policies;
    this.titles = titles;
  }

  @GetMapping("/withdrawal")
  ModelAndView askToWithdraw(
      Person person, @PathVariable PurposeId purposeId, HttpServletRequest request) {
    return question("withdrawal", person, purposeId, request);
  }

  @PostMapping("/withdrawal")
  String withdraw(
      Person person,
      @PathVariable PurposeId purposeId,
      HttpServletRequest request,
      RedirectAttributes after) {
    desk.carryOut(
        Person.ACTOR,
        () ->
            effects.withdraw(
                person.subjectId(), purposeId, new ConsentRequests.No(Channel.WEB, null)));
    after.addFlashAttribute("done", "me.withdrawal.done");
    after.addFlashAttribute("continuing", continuing(person, purposeId, request));
    return HOME;
  }

  @GetMapping("/refusal")
  ModelAndView askToRefuse(
      Person person, @PathVariable PurposeId purposeId, HttpServletRequest request) {
    return question("refusal", person, purposeId, request);
  }

  @PostMapping("/refusal")
  String refuse(
      Person person,
      @PathVariable PurposeId purposeId,
      HttpServletRequest request,
      RedirectAttributes after) {
    carryOut(new RefuseConsent(person.subjectId(), purposeId, Channel.WEB, null));
    after.addFlashAttribute("done", "me.refusal.done");
    after.addFlashAttribute("continuing", continuing(person, purposeId, request));
    return HOME;
  }

  private ModelAndView question(
      String act, Person person, PurposeId purposeId, HttpServletRequest request) {
    person.registers().purpose(purposeId);
    return new ModelAndView("site/person/question")
        .addObject("act", act)
        .addObject("path", path(purposeId, act))
        .addObject("purpose", titles.of(purposeId, ReaderLanguage.of(request)))
        .addObject("continuing", continuing(person, purposeId, request));
  }

  /** Clause 3.1: what goes on without the consent, and on which ground. */
  private List<String> continuing(Person person, PurposeId purposeId, HttpServletRequest request) {
    return lines.lines(
        continuing.afterWithdrawal(person.subjectId(), purposeId), ReaderLanguage.of(request));
  }

  @GetMapping("/renewal")
  ModelAndView askToRenew(
      Person person, @PathVariable PurposeId purposeId, HttpServletRequest request) {
    return renewal(person, purposeId, false, request);
  }

  @PostMapping("/renewal")
  ModelAndView renew(
      Person person,
      @PathVariable PurposeId purposeId,
      @RequestParam(defaultValue = "") String policyVersion,
      @RequestParam(defaultValue = "") String textLanguage,
      HttpServletRequest request,
      RedirectAttributes after) {
    Shown now = shown(request);
    boolean same =
        now.policy().version().value().equals(policyVersion)
            && now.language().code().equals(textLanguage);
    if (!same) {
      return renewal(person, purposeId, true, request);
    }
    boolean byMail =
        person.registers().purpose(purposeId).latest().definition().demandsDoubleOptIn();
    if (byMail) {
      desk.carryOut(
          Person.ACTOR,
          () -> invitations.prepare(person.subjectId(), invitation(person, purposeId, now)));
    } else {
      carryOut(
          new RenewConsent(
              person.subjectId(),
              purposeId,
              Channel.WEB,
              now.policy().version(),
              now.language(),
              null,
              null,
              null));
    }
    after.addFlashAttribute("done", byMail ? "me.renewal.mailed" : "me.renewal.done");
    return new ModelAndView(HOME);
  }

  /** Clause 7.1: where the purpose demands it, a yes comes out of the mailbox. */
  private static InvitationRequest invitation(Person person, PurposeId purposeId, Shown shown) {
    if (!(person.state().consent(purposeId) instanceof ConsentAnswer.Given given)) {
      throw new Refused(new Refusal.NothingToRenew());
    }
    ConsentConditions conditions = given.terms().conditions();
    return new InvitationRequest(
        purposeId.value(),
        shown.policy().version().value(),
        shown.language(),
        null,
        null,
        given.terms().categories().stream().map(Category::value).toList(),
        new InvitationRequest.InvitationConditions(
            conditions.thirdPartyTransfer(),
            conditions.crossBorder(),
            conditions.publication(),
            conditions.recipients().stream().map(RecipientId::value).toList()));
  }

  private ModelAndView renewal(
      Person person, PurposeId purposeId, boolean changed, HttpServletRequest request) {
    person.registers().purpose(purposeId);
    Shown shown = shown(request);
    ModelAndView page =
        new ModelAndView("site/person/renewal")
            .addObject("path", path(purposeId, "renewal"))
            .addObject("purpose", titles.of(purposeId, ReaderLanguage.of(request)))
            .addObject("policy", shown.policy())
            .addObject("textLanguage", shown.language().code())
            .addObject("digest", shown.policy().hashes().get(shown.language()))
            .addObject("html", Markdown.section(shown.text()))
            .addObject("changed", changed);
    page.setStatus(changed ? HttpStatus.CONFLICT : HttpStatus.OK);
    return page;
  }

  /** The policy in force, in the reader's language, or in one that it has. */
  private record Shown(PolicyView policy, Language language, String text) {}

  private Shown shown(HttpServletRequest request) {
    PolicyView policy =
        policies.inForce().orElseThrow(() -> new Refused(new Refusal.PolicyUnknown()));
    Map<Language, String> texts = Objects.requireNonNull(policy.texts());
    Language wanted = ReaderLanguage.of(request);
    Language language =
        texts.containsKey(wanted) ? wanted : texts.keySet().stream().findFirst().orElseThrow();
    return new Shown(policy, language, Objects.requireNonNull(texts.get(language)));
  }

  private void carryOut(SubjectCommand command) {
    desk.carryOut(Person.ACTOR, () -> new Prepared(command, List.of(), Map.of()));
  }

  private static String path(PurposeId purposeId, String act) {
    return "/me/purposes/" + purposeId.value() + "/" + act;
  }
}
