package org.consentledger.api.console.disposal;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.console.subject.Person;
import org.consentledger.api.console.subject.Persons;
import org.consentledger.api.console.subject.Said;
import org.consentledger.api.disposal.DisposalListController;
import org.consentledger.api.disposal.ListedDisposal;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.subject.DisposalController;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.eventstore.StaleVersion;
import org.consentledger.core.subject.DisposalProgress;
import org.consentledger.core.subject.PendingDisposal;
import org.consentledger.core.subject.SubjectState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows disposals to whoever decides about them. Who asked for one does not approve it: the rules
 * refuse that, and the page does not offer it.
 */
@PageController
@RequestMapping("/console/disposals")
final class DisposalPageController {

  private static final int A_PAGE = 50;
  private static final int LONGEST_REASON = 2000;

  private final DisposalListController disposals;
  private final DisposalController commands;
  private final Persons persons;
  private final CommandAnswers answers;

  DisposalPageController(
      DisposalListController disposals,
      DisposalController commands,
      Persons persons,
      CommandAnswers answers) {
    this.disposals = disposals;
    this.commands = commands;
    this.persons = persons;
    this.answers = answers;
  }

  /**
   * Those that wait, where nothing else is asked for.
   *
   * @param progress those that are so far; {@code ALL} for all
   */
  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "WAITING") String progress,
      @RequestParam(required = false) @Nullable String after,
      Principal principal) {
    DisposalProgress wanted =
        progress.equals("ALL") ? null : Said.code(progress, DisposalProgress::valueOf);
    return new ModelAndView("console/disposal/disposals")
        .addObject("stages", DisposalProgress.values())
        .addObject("progress", progress)
        .addObject("own", principal.getName())
        .addObject("found", disposals.list(null, wanted, null, A_PAGE, Said.text(after)));
  }

  /** One disposal: why, what goes, who asked, how far it is, and its certificate. */
  @GetMapping("/{disposalId}")
  ModelAndView show(@PathVariable UUID disposalId, Principal principal) {
    return page("disposal", disposals.read(disposalId), principal.getName());
  }

  @GetMapping("/{disposalId}/approval")
  ModelAndView askToApprove(@PathVariable UUID disposalId, Principal principal) {
    return page("approval", disposals.read(disposalId), principal.getName());
  }

  @PostMapping("/{disposalId}/approval")
  ModelAndView approve(
      @PathVariable UUID disposalId,
      @RequestParam String key,
      @RequestParam long version,
      CommandContext context,
      RedirectAttributes after) {
    return decide(
        disposalId,
        "approval",
        key,
        version,
        context,
        after,
        once -> commands.approve(disposals.read(disposalId).subjectId(), once));
  }

  @GetMapping("/{disposalId}/cancellation")
  ModelAndView askToCancel(@PathVariable UUID disposalId, Principal principal) {
    return page("cancellation", disposals.read(disposalId), principal.getName());
  }

  @PostMapping("/{disposalId}/cancellation")
  ModelAndView cancel(
      @PathVariable UUID disposalId,
      @RequestParam String key,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String explanation,
      CommandContext context,
      RedirectAttributes after) {
    String said = Said.text(explanation);
    if (said == null || said.length() > LONGEST_REASON) {
      ModelAndView page =
          page("cancellation", disposals.read(disposalId), context.actor())
              .addObject("explanation", explanation)
              .addObject("wrong", said == null ? "disposals.explanation.missing" : "acts.long");
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    return decide(
        disposalId,
        "cancellation",
        key,
        version,
        context,
        after,
        once ->
            commands.cancel(
                disposals.read(disposalId).subjectId(),
                new SubjectRequests.CancelDisposal(said),
                once));
  }

  /**
   * Decides about the disposal that was shown: where the person's state has another version by now,
   * another disposal may wait, and nothing is done.
   */
  private ModelAndView decide(
      UUID disposalId,
      String act,
      String key,
      long version,
      CommandContext context,
      RedirectAttributes after,
      Function<CommandContext, ResponseEntity<String>> command) {
    CommandContext once = new CommandContext(context.actor(), key, version, context.target());
    if (anotherWaits(disposals.read(disposalId))) {
      return refused(disposalId, context, HttpStatus.CONFLICT).addObject("stale", true);
    }
    try {
      answers.require(command.apply(once));
    } catch (StaleVersion stale) {
      return refused(disposalId, context, HttpStatus.CONFLICT).addObject("stale", true);
    } catch (ProblemException refusal) {
      Problem problem = refusal.problem();
      return refused(disposalId, context, HttpStatusCode.valueOf(problem.status()))
          .addObject("refused", problem);
    }
    after.addFlashAttribute("done", "disposals." + act + ".done");
    return new ModelAndView("redirect:/console/disposals/" + disposalId);
  }

  /** The commands are about the disposal that waits, and the page was about this one. */
  private boolean anotherWaits(ListedDisposal shown) {
    PendingDisposal waiting = persons.now(shown.subjectId()).state().circumstances().disposal();
    return waiting != null && !waiting.disposalId().equals(shown.disposalId());
  }

  private ModelAndView refused(UUID disposalId, CommandContext context, HttpStatusCode status) {
    ModelAndView page = page("disposal", disposals.read(disposalId), context.actor());
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(String name, ListedDisposal disposal, String reader) {
    Person person = persons.now(disposal.subjectId());
    SubjectState state = person.state();
    boolean waits = disposal.progress() == DisposalProgress.WAITING;
    return new ModelAndView("console/disposal/" + name)
        .addObject("disposal", disposal)
        .addObject("person", person)
        .addObject("waits", waits)
        .addObject("own", reader.equals(disposal.requestedBy()))
        .addObject("held", !state.circumstances().holds().isEmpty())
        .addObject("going", waits && disposal.whole() ? state.categories() : disposal.categories())
        .addObject("recipients", List.copyOf(state.circumstances().recipients()))
        .addObject("key", UUID.randomUUID());
  }
}
