package org.consentledger.api.console.export;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.consentledger.api.command.CommandAnswers;
import org.consentledger.api.command.CommandContext;
import org.consentledger.api.export.ExportController;
import org.consentledger.api.export.ExportView;
import org.consentledger.api.page.Entered;
import org.consentledger.api.page.PageController;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.query.Page;
import org.consentledger.core.eventstore.EventNames;
import org.consentledger.core.export.ExportFormat;
import org.consentledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets auditors take the history away: asked for, watched and fetched. */
@PageController
@RequestMapping("/console/exports")
final class ExportPageController {

  private static final int AT_ONCE = 50;

  private final ExportController exports;
  private final CommandAnswers answers;

  ExportPageController(ExportController exports, CommandAnswers answers) {
    this.exports = exports;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView list(@RequestParam(required = false) @Nullable String after) {
    Page<ExportView> found = exports.list(AT_ONCE, Entered.text(after));
    return new ModelAndView("console/export/exports")
        .addObject("exports", found.items())
        .addObject("next", found.next());
  }

  /** The history's filters come along, so that what was found can be exported. */
  @GetMapping("/new")
  ModelAndView ask(@ModelAttribute("form") ExportForm form, BindingResult checked) {
    return form(UUID.randomUUID().toString(), form);
  }

  @PostMapping("/new")
  ModelAndView request(
      @ModelAttribute("form") ExportForm form,
      BindingResult checked,
      CommandContext context,
      RedirectAttributes after) {
    String key = Entered.text(form.key());
    String shown = key == null ? UUID.randomUUID().toString() : key;
    if (checked.hasErrors()) {
      return failed(form(shown, form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    CommandContext once = new CommandContext(context.actor(), shown, null, context.target());
    try {
      String exportId =
          answers.require(exports.request(form.request(), once)).path("exportId").asString();
      after.addFlashAttribute("done", "exports.new.done");
      return new ModelAndView("redirect:/console/exports/" + exportId);
    } catch (IllegalArgumentException noIdentifier) {
      checked.rejectValue("subjectId", "exports.subject.wrong");
      return failed(form(shown, form), HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (ProblemException refused) {
      return failed(
          form(shown, form).addObject("problem", refused.problem()),
          HttpStatusCode.valueOf(refused.problem().status()));
    } catch (Refused unknown) {
      checked.rejectValue("subjectId", "exports.subject.wrong");
      return failed(form(shown, form), HttpStatus.NOT_FOUND);
    }
  }

  private static ModelAndView form(String key, ExportForm form) {
    return new ModelAndView("console/export/new")
        .addObject("form", form)
        .addObject("key", key)
        .addObject("chosen", form.chosen())
        .addObject("formats", ExportFormat.values())
        .addObject("types", EventNames.all().stream().sorted().toList());
  }

  private static ModelAndView failed(ModelAndView page, HttpStatusCode status) {
    page.setStatus(status);
    return page;
  }

  @GetMapping("/{exportId}")
  ModelAndView show(@PathVariable UUID exportId) {
    return page("console/export/export", exportId);
  }

  /** How far it is, for a page that asks again and again. */
  @GetMapping("/{exportId}/progress")
  ModelAndView progress(@PathVariable UUID exportId) {
    return page("console/export/export :: progress", exportId);
  }

  private ModelAndView page(String view, UUID exportId) {
    ExportView export = exports.export(exportId);
    boolean going =
        switch (export.state()) {
          case REQUESTED, RUNNING -> true;
          case DONE, FAILED, EXPIRED -> false;
        };
    return new ModelAndView(view).addObject("export", export).addObject("going", going);
  }

  /** A download that broke goes on. */
  @Hidden // a page's, and no part of the contract
  @GetMapping("/{exportId}/content")
  ResponseEntity<Resource> content(@PathVariable UUID exportId) {
    return exports.content(exportId);
  }
}
