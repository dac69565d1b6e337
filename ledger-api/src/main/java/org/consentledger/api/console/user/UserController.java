package org.consentledger.api.console.user;

import jakarta.validation.Valid;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.consentledger.api.console.account.UserNames;
import org.consentledger.api.console.account.Users;
import org.consentledger.api.console.account.Users.GivenPassword;
import org.consentledger.api.console.account.Users.KnownUser;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.user.Role;
import org.consentledger.core.user.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The register of users. Nobody changes their own rights, so that one administrator is always left.
 */
@PageController
@RequestMapping("/console/users")
final class UserController {

  private static final String LIST = "redirect:/console/users";

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @GetMapping
  ModelAndView list() {
    return new ModelAndView("console/user/users").addObject("users", users.all());
  }

  @GetMapping("/new")
  ModelAndView ask() {
    return form(new UserForm(null, null, Set.of()));
  }

  @PostMapping("/new")
  ModelAndView add(
      @Valid @ModelAttribute("form") UserForm form, BindingResult checked, Principal principal) {
    if (!checked.hasErrors()) {
      UserNames names = new UserNames(said(form.signInName()), said(form.name()));
      GivenPassword given =
          users
              .add(names, form.roles() == null ? Set.of() : form.roles(), principal.getName())
              .orElse(null);
      if (given != null) {
        return told(names, given);
      }
      checked.rejectValue("signInName", "users.signInName.taken");
    }
    ModelAndView page = form(form);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static ModelAndView form(UserForm form) {
    return new ModelAndView("console/user/new")
        .addObject("form", form)
        .addObject("all", Role.values());
  }

  /** Not after a redirection: the password is told in the answer alone, and stored nowhere. */
  private static ModelAndView told(UserNames names, GivenPassword given) {
    return new ModelAndView("console/user/password")
        .addObject("names", names)
        .addObject("password", given.password());
  }

  @GetMapping("/{id}")
  ModelAndView show(@PathVariable UUID id, Principal principal) {
    KnownUser user = user(id);
    return new ModelAndView("console/user/user")
        .addObject("user", user)
        .addObject("all", Role.values())
        .addObject("secondFactor", users.hasSecondFactor(user.state().userId()))
        .addObject("provided", users.isProvided(user.state().userId()))
        .addObject("own", isOwn(user, principal));
  }

  /**
   * Changes what somebody may do.
   *
   * @param version the version of the user that was shown; another one was recorded meanwhile where
   *     it is not the present one
   */
  @PostMapping("/{id}/rights")
  ModelAndView change(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(required = false) @Nullable Set<Role> roles,
      @RequestParam(defaultValue = "false") boolean active,
      Principal principal,
      RedirectAttributes after) {
    KnownUser user = another(id, principal);
    if (version != user.state().number()) {
      Problem stale =
          Problem.of(HttpStatus.CONFLICT, "PAGE_STALE", "It changed since it was shown.");
      ModelAndView page = show(id, principal).addObject("problem", stale);
      page.setStatus(HttpStatus.CONFLICT);
      return page;
    }
    users.change(user, roles == null ? Set.of() : roles, active, principal.getName());
    after.addFlashAttribute("done", "users.changed");
    return new ModelAndView(LIST + "/" + id);
  }

  @GetMapping("/{id}/password-reset")
  ModelAndView askToReset(@PathVariable UUID id) {
    return question(id, "password-reset");
  }

  @PostMapping("/{id}/password-reset")
  ModelAndView reset(@PathVariable UUID id, Principal principal) {
    KnownUser user = another(id, principal);
    return told(user.names(), users.resetPassword(user.state().userId(), principal.getName()));
  }

  @GetMapping("/{id}/second-factor-removal")
  ModelAndView askToRemove(@PathVariable UUID id) {
    return question(id, "second-factor-removal");
  }

  @PostMapping("/{id}/second-factor-removal")
  String remove(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    KnownUser user = another(id, principal);
    users.removeSecondFactor(user.state().userId(), principal.getName());
    after.addFlashAttribute("done", "users.second-factor.removed");
    return LIST + "/" + id;
  }

  private ModelAndView question(UUID id, String act) {
    return new ModelAndView("console/user/question")
        .addObject("user", user(id))
        .addObject("act", act);
  }

  private KnownUser user(UUID id) {
    return users
        .find(new UserId(id))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(HttpStatus.NOT_FOUND, "USER_UNKNOWN", "There is no such user.")));
  }

  private KnownUser another(UUID id, Principal principal) {
    KnownUser user = user(id);
    if (isOwn(user, principal)) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.CONFLICT,
              "OWN_RIGHTS",
              "Nobody changes their own rights; see /console/account."));
    }
    return user;
  }

  private static boolean isOwn(KnownUser user, Principal principal) {
    return user.state().userId().actor().equals(principal.getName());
  }
}
