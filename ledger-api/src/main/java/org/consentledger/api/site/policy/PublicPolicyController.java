package org.consentledger.api.site.policy;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.letter.Markdown;
import org.consentledger.api.page.PageController;
import org.consentledger.api.page.ReaderLanguage;
import org.consentledger.api.policy.PolicyDifferences;
import org.consentledger.api.policy.PolicyFinder;
import org.consentledger.api.policy.PolicyView;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.PolicyVersion;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy for everybody, at an address that stays (clauses 3.2, 12.2, 12.3): the version in
 * force, and every other one.
 */
@PageController
@RequestMapping("/policy")
final class PublicPolicyController {

  /** A version never changes; its texts may be kept. */
  private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  private final PolicyFinder policies;
  private final JsonMapper json;
  private final Clock clock;

  PublicPolicyController(PolicyFinder policies, JsonMapper json, Clock clock) {
    this.policies = policies;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView current(HttpServletRequest request) {
    return policies
        .inForce()
        .map(policy -> page(policy, request))
        .orElseGet(() -> new ModelAndView("site/policy/none").addObject("versions", versions()));
  }

  @GetMapping("/{version}")
  ModelAndView version(@PathVariable PolicyVersion version, HttpServletRequest request) {
    return page(policies.require(version), request);
  }

  private ModelAndView page(PolicyView policy, HttpServletRequest request) {
    Language wanted = ReaderLanguage.of(request);
    Map<Language, String> texts = requireNonNull(policy.texts());
    Language language =
        texts.containsKey(wanted) ? wanted : texts.keySet().stream().findFirst().orElseThrow();
    List<PublishedVersion> versions = versions();
    return new ModelAndView("site/policy/policy")
        .addObject("version", find(versions, policy.version()))
        .addObject("versions", versions)
        .addObject("textLanguage", language.code())
        .addObject("missing", language != wanted)
        .addObject("digest", policy.hashes().get(language))
        .addObject("html", Markdown.section(requireNonNull(texts.get(language))));
  }

  /** What changed from one version to another, in the reader's language. */
  @GetMapping("/{version}/differences")
  ModelAndView differences(
      @PathVariable PolicyVersion version,
      @RequestParam PolicyVersion from,
      HttpServletRequest request) {
    Language language = ReaderLanguage.of(request);
    PolicyView newer = policies.require(version);
    PolicyView older = policies.require(from);
    Optional<String> before = Optional.ofNullable(requireNonNull(older.texts()).get(language));
    Optional<String> after = Optional.ofNullable(requireNonNull(newer.texts()).get(language));
    List<PublishedVersion> versions = versions();
    return new ModelAndView("site/policy/differences")
        .addObject("version", find(versions, version))
        .addObject("older", find(versions, from))
        .addObject("versions", versions)
        .addObject(
            "paragraphs",
            before.isPresent() && after.isPresent()
                ? PolicyDifferences.between(before.get(), after.get())
                : null);
  }

  /** The text to the byte, so that anybody can count its digest. */
  @GetMapping("/{version}/text/{language}")
  ResponseEntity<String> text(@PathVariable PolicyVersion version, @PathVariable String language) {
    String text =
        requireNonNull(policies.require(version).texts()).entrySet().stream()
            .filter(entry -> entry.getKey().code().equals(language))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(PublicPolicyController::noText);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .cacheControl(KEPT)
        .header("Content-Language", language)
        .body(text);
  }

  /** The version for programs, as the API shows it. */
  @GetMapping("/{version}/json")
  ResponseEntity<byte[]> forPrograms(@PathVariable PolicyVersion version) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(policies.require(version)));
  }

  private List<PublishedVersion> versions() {
    return PublishedVersion.of(policies.all(), clock.instant());
  }

  private static PublishedVersion find(List<PublishedVersion> versions, PolicyVersion version) {
    return versions.stream()
        .filter(it -> it.policy().version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private static ProblemException noText() {
    return new ProblemException(
        Problem.of(
            HttpStatus.NOT_FOUND,
            "POLICY_TEXT_MISSING",
            "This version of the policy has no text in this language."));
  }
}
