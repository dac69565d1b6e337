package org.consentledger.api.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.consentledger.api.console.account.ConsoleContexts;
import org.consentledger.api.console.account.OwnAccount;
import org.consentledger.api.console.account.SignIn;
import org.consentledger.api.console.provider.ProviderAccess;
import org.consentledger.api.page.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signs in and out. */
@PageController
final class SignInController {

  private final SignIn signIn;
  private final OwnAccount account;
  private final ConsoleContexts contexts;
  private final ProviderAccess provider;

  SignInController(
      SignIn signIn, OwnAccount account, ConsoleContexts contexts, ProviderAccess provider) {
    this.signIn = signIn;
    this.account = account;
    this.contexts = contexts;
    this.provider = provider;
  }

  @GetMapping("/console/sign-in")
  ModelAndView ask(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(name = "provider", defaultValue = "") String outcome) {
    String refused =
        switch (outcome) {
          case "refused" -> "sign-in.provider.refused";
          case "away" -> "sign-in.provider.away";
          default -> null;
        };
    return form("console/signin/sign-in", to, refused);
  }

  @PostMapping("/console/sign-in")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request) {
    return answer(
        signIn.byPassword(name, password, request),
        "console/signin/sign-in",
        "sign-in.refused",
        to);
  }

  @GetMapping("/console/second-factor")
  ModelAndView askForCode(@RequestParam(required = false) @Nullable String to) {
    return form("console/signin/second-factor", to, null);
  }

  @PostMapping("/console/second-factor")
  ModelAndView enterCode(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request) {
    SignIn.Outcome outcome =
        signIn.byCode(contexts.find(request).orElseThrow().userId(), code, request);
    return answer(outcome, "console/signin/second-factor", "second-factor.refused", to);
  }

  @PostMapping("/console/sign-out")
  String signOut(HttpServletRequest request) {
    account.signOut(contexts.find(request).orElseThrow().userId(), request);
    return "redirect:/console/sign-in";
  }

  private ModelAndView answer(
      SignIn.Outcome outcome, String template, String refused, @Nullable String to) {
    return switch (outcome) {
      case LET_IN -> new ModelAndView("redirect:" + Destination.of(to).path());
      case REFUSED -> refused(form(template, to, refused), HttpStatus.UNPROCESSABLE_CONTENT);
      case THROTTLED ->
          refused(form(template, to, "sign-in.throttled"), HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  private static ModelAndView refused(ModelAndView page, HttpStatus status) {
    page.setStatus(status);
    return page;
  }

  private ModelAndView form(String template, @Nullable String to, @Nullable String refused) {
    ModelAndView page = new ModelAndView(template);
    page.addObject("to", Destination.of(to).path());
    page.addObject("refused", refused);
    page.addObject("passwords", signIn.takesPasswords());
    page.addObject(
        "provider",
        provider.isThere() ? Destination.of(to).after(ProviderAccess.BEGIN + "/provider") : null);
    return page;
  }
}
