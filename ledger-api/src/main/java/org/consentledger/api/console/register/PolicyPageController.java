package org.consentledger.api.console.register;

import org.consentledger.api.page.PageController;
import org.consentledger.api.policy.PolicyController;
import org.consentledger.api.query.Paging;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the versions of the policy, each in its languages side by side. */
@PageController
@RequestMapping("/console/registers/policies")
final class PolicyPageController {

  private final PolicyController policies;

  PolicyPageController(PolicyController policies) {
    this.policies = policies;
  }

  @GetMapping
  ModelAndView list() {
    return new ModelAndView("console/register/policies")
        .addObject("policies", policies.list(Paging.MOST, null).items());
  }

  @GetMapping("/{version}")
  ModelAndView show(@PathVariable PolicyVersion version) {
    return new ModelAndView("console/register/policy")
        .addObject("policy", policies.version(version))
        .addObject("spoken", Language.values());
  }
}
