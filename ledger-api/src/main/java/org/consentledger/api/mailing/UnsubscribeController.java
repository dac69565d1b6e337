package org.consentledger.api.mailing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.core.subject.CurrentSubject;
import org.consentledger.core.subject.SubjectReader;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.consentledger.projections.mailing.Mailings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the link in a letter leads: to a page with a button. Programs that read mail press it
 * without the page (RFC 8058). Looking at the page changes nothing, because scanners look at all.
 */
@PageController
@RequestMapping("/unsubscribe")
final class UnsubscribeController {

  private final LetterTokens tokens;
  private final Letters letters;
  private final Mailings mailings;
  private final PurposeTitles titles;
  private final SubjectReader subjects;
  private final Unsubscription unsubscription;
  private final Pages pages;

  /** What a token stands for; nobody after the person's data was destroyed. */
  private record Concerned(@Nullable SubjectId subject, PurposeId purpose) {}

  UnsubscribeController(
      LetterTokens tokens,
      Letters letters,
      Mailings mailings,
      PurposeTitles titles,
      SubjectReader subjects,
      Unsubscription unsubscription,
      Pages pages) {
    this.tokens = tokens;
    this.letters = letters;
    this.mailings = mailings;
    this.titles = titles;
    this.subjects = subjects;
    this.unsubscription = unsubscription;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView ask(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    return concerned(token)
        .map(
            it -> {
              Language language = language(it, request);
              String purpose = titles.of(it.purpose(), language);
              return page(
                  HttpStatus.OK, pages.words("unsubscribe.question", language, purpose), token);
            })
        .orElseGet(() -> unknown(request));
  }

  /** The one-click form sends {@code List-Unsubscribe=One-Click}; the page's sends its token. */
  @PostMapping
  ModelAndView unsubscribe(
      @RequestParam(defaultValue = "") String token, HttpServletRequest request) {
    return concerned(token)
        .map(
            it -> {
              boolean done =
                  it.subject() == null || unsubscription.isDone(it.subject(), it.purpose());
              Language language = language(it, request);
              return page(
                  HttpStatus.OK,
                  pages.words(done ? "unsubscribe.done" : "unsubscribe.continues", language),
                  null);
            })
        .orElseGet(() -> unknown(request));
  }

  private Optional<Concerned> concerned(String token) {
    return tokens
        .read(LetterTokens.Use.UNSUBSCRIBE, token)
        .flatMap(letters::find)
        .flatMap(
            letter ->
                mailings
                    .find(letter.mailingId())
                    .map(mailing -> new Concerned(letter.subjectId(), mailing.plan().purposeId())));
  }

  private ModelAndView unknown(HttpServletRequest request) {
    Language language = ReaderLanguage.of(request);
    return page(HttpStatus.NOT_FOUND, pages.words("unsubscribe.unknown", language), null);
  }

  /** The person's own, if it is known: the letter was written in it. */
  private Language language(Concerned concerned, HttpServletRequest request) {
    Optional.ofNullable(concerned.subject())
        .flatMap(subjects::find)
        .map(CurrentSubject::state)
        .flatMap(state -> Optional.ofNullable(state.language()))
        .ifPresent(language -> ReaderLanguage.know(request, language));
    return ReaderLanguage.of(request);
  }

  private static ModelAndView page(HttpStatus status, String text, @Nullable String token) {
    ModelAndView page = new ModelAndView("mailing/unsubscribe");
    page.setStatus(status);
    page.addObject("text", text);
    page.addObject("token", token);
    return page;
  }
}
