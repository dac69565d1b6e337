package org.consentledger.api.site.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.site.SiteProperties;
import org.consentledger.api.site.Throttle;
import org.consentledger.api.site.letter.SiteLetters;
import org.consentledger.core.personaldata.BlindIndex;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How people come to their own page, and leave it. Whoever asks for a link is answered alike
 * whether they are known or not. The token of a link leaves the address at once, for a cookie;
 * looking uses nothing up, because scanners look at all links; the button does.
 */
@PageController
@RequestMapping("/me")
final class LinkController {

  static final String COOKIE = "personal_link";

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_ADDRESS = 254;

  private final SiteLetters letters;
  private final Throttle throttle;
  private final BlindIndex index;
  private final LetterServer server;
  private final OutgoingMailProperties mail;
  private final OperatorProfiles operators;
  private final SiteProperties properties;
  private final Clock clock;

  LinkController(
      SiteLetters letters,
      Throttle throttle,
      BlindIndex index,
      LetterServer server,
      OutgoingMailProperties mail,
      OperatorProfiles operators,
      SiteProperties properties,
      Clock clock) {
    this.letters = letters;
    this.throttle = throttle;
    this.index = index;
    this.server = server;
    this.mail = mail;
    this.operators = operators;
    this.properties = properties;
    this.clock = clock;
  }

  /** The page that asks for an address. */
  ModelAndView form(boolean wrong) {
    ModelAndView page =
        new ModelAndView("site/person/ask")
            .addObject("wrong", wrong)
            .addObject("sendable", isSendable())
            .addObject("minutes", properties.linkValidFor().toMinutes());
    page.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    return page;
  }

  private boolean isSendable() {
    return server.isConfigured() && mail.sender().isPresent() && operators.current().isPresent();
  }

  @PostMapping("/link")
  ModelAndView ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    throttle.requireCalm(request.getRemoteAddr());
    Optional<String> address =
        email.length() > LONGEST_ADDRESS ? Optional.empty() : IdentifierKind.EMAIL.normalise(email);
    if (address.isEmpty() || !isSendable()) {
      return form(address.isEmpty());
    }
    Optional<SubjectId> subject = index.find(IdentifierKind.EMAIL, address.get());
    boolean maySend = throttle.maySendTo(address.get());
    letters.queueLink(subject.filter(it -> maySend), ReaderLanguage.of(request));
    return new ModelAndView("site/person/sent")
        .addObject("minutes", properties.linkValidFor().toMinutes());
  }

  @GetMapping("/enter")
  ModelAndView enter(
      @RequestParam(required = false) @Nullable String token,
      @CookieValue(name = COOKIE, required = false) @Nullable String kept,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (token != null) {
      keep(
          TOKEN.matcher(token).matches() ? token : "",
          properties.linkValidFor(),
          request,
          response);
      response.setHeader("Referrer-Policy", "no-referrer");
      return new ModelAndView("redirect:/me/enter");
    }
    return kept != null && letters.holds(kept) ? new ModelAndView("site/person/enter") : over();
  }

  @PostMapping("/enter")
  ModelAndView open(
      @CookieValue(name = COOKIE, required = false) @Nullable String kept,
      HttpServletRequest request,
      HttpServletResponse response) {
    keep("", Duration.ZERO, request, response);
    return Optional.ofNullable(kept)
        .flatMap(letters::use)
        .map(
            subject -> {
              new PersonalSession(subject, clock.instant()).begin(request);
              return new ModelAndView("redirect:/me");
            })
        .orElseGet(LinkController::over);
  }

  private static ModelAndView over() {
    ModelAndView page = new ModelAndView("site/person/over");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }

  @PostMapping("/sign-out")
  String leave(HttpServletRequest request, RedirectAttributes after) {
    PersonalSession.end(request);
    after.addFlashAttribute("done", "me.left");
    return "redirect:/me";
  }

  /** Lax, because strict cookies stay away from a redirection that began in a mail program. */
  private static void keep(
      String token, Duration time, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, token)
            .path("/me")
            .maxAge(token.isEmpty() ? Duration.ZERO : time)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }
}
