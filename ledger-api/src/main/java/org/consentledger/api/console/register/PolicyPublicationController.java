package org.consentledger.api.console.register;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.page.PageController;
import org.consentledger.api.policy.PolicyController;
import org.consentledger.api.policy.PolicyDifferences;
import org.consentledger.api.policy.PolicyFinder;
import org.consentledger.api.policy.PolicyRequest;
import org.consentledger.api.policy.PolicyView;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes a version of the policy (clauses 3.2, 12.2, 12.3): it is written in its languages side
 * by side, shown with what it changes, and published after that.
 */
@PageController
@RequestMapping("/console/registers/policies/new")
final class PolicyPublicationController {

  private final PolicyController policies;
  private final PolicyFinder finder;
  private final CommandAnswers answers;
  private final JsonMapper json;
  private final Validator validator;

  /**
   * What changes in a language.
   *
   * @param missing whether the new version says nothing in it
   */
  record Compared(
      Language language, boolean missing, List<PolicyDifferences.Paragraph> paragraphs) {}

  PolicyPublicationController(
      PolicyController policies,
      PolicyFinder finder,
      CommandAnswers answers,
      JsonMapper json,
      Validator validator) {
    this.policies = policies;
    this.finder = finder;
    this.answers = answers;
    this.json = json;
    this.validator = validator;
  }

  /** The form begins with the texts that are in force. */
  @GetMapping
  ModelAndView ask() {
    MultiValueMap<String, String> texts = new LinkedMultiValueMap<>();
    finder
        .inForce()
        .map(PolicyView::texts)
        .ifPresent(
            all -> all.forEach((language, text) -> texts.add("texts_" + language.code(), text)));
    return form(texts);
  }

  @PostMapping
  ModelAndView go(
      @RequestParam MultiValueMap<String, String> sent,
      CommandContext context,
      RedirectAttributes after) {
    MultiValueMap<String, String> entered = new LinkedMultiValueMap<>();
    // Browsers send the ends of lines in their own way, and hashes tell one from another.
    sent.forEach(
        (name, values) -> values.forEach(value -> entered.add(name, value.replace("\r\n", "\n"))));
    String step = Objects.requireNonNullElse(entered.getFirst("step"), "");
    if (step.equals("edit")) {
      return form(entered);
    }
    PolicyVersion version;
    PolicyRequest request;
    try {
      version = version(entered.getFirst("version"));
      request = request(new Entry(entered, json, validator));
    } catch (Entry.Wrong fields) {
      ModelAndView page = form(entered).addObject("wrong", fields.fields());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    if (!step.equals("publish")) {
      return preview(entered, request);
    }
    try {
      answers.require(policies.publish(version, request, context));
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      ModelAndView page = form(entered).addObject("problem", problem);
      page.setStatus(HttpStatusCode.valueOf(problem.status()));
      return page;
    }
    after.addFlashAttribute("done", "policies.published");
    return new ModelAndView("redirect:/console/registers/policies");
  }

  private static PolicyVersion version(@Nullable String said) {
    try {
      return new PolicyVersion(Objects.requireNonNullElse(said, "").strip());
    } catch (IllegalArgumentException noVersion) {
      throw new Entry.Wrong(Set.of("version"));
    }
  }

  private static PolicyRequest request(Entry entered) {
    Map<String, @Nullable Object> said = new HashMap<>();
    said.put("effectiveFrom", entered.moment("effectiveFrom"));
    said.put("material", entered.isYes("material"));
    said.put("reconsentBy", entered.moment("reconsentBy"));
    said.put("texts", entered.byLanguage("texts"));
    return entered.as(PolicyRequest.class, said);
  }

  private ModelAndView preview(MultiValueMap<String, String> entered, PolicyRequest request) {
    Optional<PolicyView> before = finder.inForce();
    List<Compared> compared = new ArrayList<>();
    for (Language language : Language.values()) {
      String text = request.texts().get(language);
      String earlier =
          before
              .map(PolicyView::texts)
              .map(texts -> Objects.requireNonNullElse(texts.get(language), ""))
              .orElse("");
      compared.add(
          new Compared(
              language,
              text == null,
              PolicyDifferences.between(earlier, Objects.requireNonNullElse(text, ""))));
    }
    return new ModelAndView("console/register/policy-preview")
        .addObject("entered", entered.toSingleValueMap())
        .addObject("names", List.of("version", "effectiveFrom", "material", "reconsentBy"))
        .addObject("request", request)
        .addObject("before", before.orElse(null))
        .addObject("compared", compared);
  }

  private static ModelAndView form(MultiValueMap<String, String> entered) {
    return new ModelAndView("console/register/policy-new")
        .addObject("entered", entered.toSingleValueMap())
        .addObject("spoken", Language.values())
        .addObject("wrong", Set.of());
  }
}
