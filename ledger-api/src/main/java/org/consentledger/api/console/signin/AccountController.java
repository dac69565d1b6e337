package org.consentledger.api.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.api.console.account.ConsoleContexts;
import org.consentledger.api.console.account.ConsoleSession;
import org.consentledger.api.console.account.ConsoleSessions;
import org.consentledger.api.console.account.OwnAccount;
import org.consentledger.api.console.account.OwnAccount.NewSecret;
import org.consentledger.api.console.account.UserNames;
import org.consentledger.api.console.account.Users;
import org.consentledger.api.page.PageController;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, second factor, sessions. */
@PageController
final class AccountController {

  private static final String NEW_SECRET = "console.newSecret";

  private final OwnAccount account;
  private final Users users;
  private final ConsoleSessions sessions;
  private final ConsoleContexts contexts;

  AccountController(
      OwnAccount account, Users users, ConsoleSessions sessions, ConsoleContexts contexts) {
    this.account = account;
    this.users = users;
    this.sessions = sessions;
    this.contexts = contexts;
  }

  @GetMapping("/console/account")
  ModelAndView show(HttpServletRequest request) {
    UserId user = session(request).userId();
    ModelAndView page = new ModelAndView("console/signin/account");
    page.addObject("user", users.find(user).orElseThrow());
    page.addObject("sessions", sessions.of(user, request));
    page.addObject("secondFactor", users.hasSecondFactor(user));
    page.addObject("provided", users.isProvided(user));
    page.addObject("codesLeft", account.recoveryCodesLeft(user));
    return page;
  }

  @PostMapping("/console/account/sessions/end")
  String end(
      @RequestParam(defaultValue = "") String session,
      HttpServletRequest request,
      RedirectAttributes after) {
    account.endSession(session(request).userId(), session);
    after.addFlashAttribute("done", "account.sessions.ended");
    return "redirect:/console/account";
  }

  @PostMapping("/console/account/sessions/end-others")
  String endOthers(HttpServletRequest request, RedirectAttributes after) {
    account.endOtherSessions(session(request).userId(), request);
    after.addFlashAttribute("done", "account.sessions.ended");
    return "redirect:/console/account";
  }

  @GetMapping("/console/password")
  ModelAndView askForPassword(HttpServletRequest request) {
    return passwordForm(request, null);
  }

  @PostMapping("/console/password")
  ModelAndView changePassword(
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String chosen,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      RedirectAttributes after) {
    ConsoleSession session = session(request);
    UserNames names = users.find(session.userId()).orElseThrow().names();
    Optional<String> objection =
        chosen.equals(again)
            ? account.changePassword(session, names, current, chosen, request)
            : Optional.of("password.again.other");
    if (objection.isPresent()) {
      ModelAndView page = passwordForm(request, objection.get());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    after.addFlashAttribute("done", "password.changed");
    return new ModelAndView("redirect:/console/account");
  }

  private ModelAndView passwordForm(HttpServletRequest request, @Nullable String objection) {
    users.requirePassword(session(request).userId());
    ModelAndView page = new ModelAndView("console/signin/password");
    page.addObject("due", session(request).due() != null);
    page.addObject("refused", objection);
    return page;
  }

  @GetMapping("/console/account/second-factor")
  ModelAndView askForSecondFactor(HttpServletRequest request) {
    return secondFactorForm(request, null);
  }

  @PostMapping("/console/account/second-factor")
  ModelAndView addSecondFactor(
      @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    users.requirePassword(session(request).userId());
    List<String> recovery =
        account.addSecondFactor(session(request).userId(), newSecret(request), code);
    if (recovery.isEmpty()) {
      ModelAndView page = secondFactorForm(request, "second-factor.refused");
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    request.getSession().removeAttribute(NEW_SECRET);
    return new ModelAndView("console/signin/recovery-codes").addObject("codes", recovery);
  }

  private ModelAndView secondFactorForm(HttpServletRequest request, @Nullable String refused) {
    users.requirePassword(session(request).userId());
    NewSecret secret = newSecret(request);
    String name = users.find(session(request).userId()).orElseThrow().names().signInName();
    ModelAndView page = new ModelAndView("console/signin/add-second-factor");
    page.addObject("secret", secret.text());
    page.addObject("picture", KeyPicture.of(name, request.getServerName(), secret.text()));
    page.addObject("refused", refused);
    return page;
  }

  /** The same while the page is open; the session knows its place in the vault, and not it. */
  private NewSecret newSecret(HttpServletRequest request) {
    HttpSession session = request.getSession();
    if (session.getAttribute(NEW_SECRET) instanceof String reference) {
      return account.secret(UUID.fromString(reference));
    }
    NewSecret secret = account.newSecret();
    session.setAttribute(NEW_SECRET, secret.reference().toString());
    return secret;
  }

  private ConsoleSession session(HttpServletRequest request) {
    return contexts.find(request).orElseThrow();
  }
}
