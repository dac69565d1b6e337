package org.consentledger.api.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.consentledger.api.command.Prepared;
import org.consentledger.api.personaldata.Intake;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.subject.GroundRequests;
import org.consentledger.api.subject.SubjectEffects;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.eventstore.Appended;
import org.consentledger.core.eventstore.Write;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.request.RequestEffect;
import org.consentledger.core.subject.SubjectCommand;
import org.consentledger.core.vocabulary.PurposeId;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Prepares what is carried out with an answer, as the commands to the subject do. */
@Component
final class Effects {

  private final SubjectEffects subjects;

  /** An effect that has the right form, and waits for the person whom it concerns. */
  record Checked(EffectKind kind, BiFunction<SubjectId, String, Prepared> prepare) {}

  /** Effects that are ready to be carried out. */
  record Ready(List<RequestEffect> effects, List<Prepared> prepared) {

    /** What the vault keeps with them. */
    List<Write> writes() {
      return prepared.stream().flatMap(each -> each.writes().stream()).toList();
    }

    /** What the answer says of them; what goes on is told of all of them together. */
    Map<String, @Nullable Object> members(Appended appended) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (Prepared each : prepared) {
        each.members()
            .apply(appended)
            .forEach((name, value) -> members.merge(name, value, Ready::both));
      }
      return members;
    }

    private static Object both(Object one, Object other) {
      if (one instanceof List<?> first && other instanceof List<?> second) {
        List<Object> all = new ArrayList<>(first);
        second.stream().filter(it -> !first.contains(it)).forEach(all::add);
        return all;
      }
      return other;
    }
  }

  Effects(SubjectEffects subjects) {
    this.subjects = subjects;
  }

  /**
   * Checks the form of effects.
   *
   * @throws ProblemException where one says nothing, or several things at once
   */
  List<Checked> check(@Nullable List<RequestForms.Effect> forms) {
    List<Checked> checked = new ArrayList<>();
    if (forms != null) {
      for (int i = 0; i < forms.size(); i++) {
        List<Checked> said = said(forms.get(i));
        if (said.size() != 1) {
          throw notOne(i);
        }
        checked.add(said.getFirst());
      }
    }
    return checked;
  }

  /**
   * Makes checked effects ready.
   *
   * @param actor who carries them out, as an identifier
   */
  Ready prepare(List<Checked> checked, SubjectId subject, String actor) {
    List<RequestEffect> effects = new ArrayList<>();
    List<Prepared> prepared = new ArrayList<>();
    for (Checked each : checked) {
      Prepared ready = each.prepare().apply(subject, actor);
      effects.add(new RequestEffect(each.kind(), (SubjectCommand) ready.command()));
      prepared.add(ready);
    }
    return new Ready(effects, prepared);
  }

  private List<Checked> said(RequestForms.Effect form) {
    return Stream.of(
            rectification(form.rectification()),
            block(form.block()),
            unblock(form.unblock()),
            destruction(form.destruction()),
            withdrawal(form.withdrawal()),
            cessation(form.cessation()))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private @Nullable Checked rectification(SubjectRequests.@Nullable Rectify form) {
    if (form == null) {
      return null;
    }
    Intake.Checked data = subjects.check(form);
    return new Checked(
        EffectKind.RECTIFY, (subject, actor) -> subjects.rectify(subject, form, data));
  }

  private @Nullable Checked block(SubjectRequests.@Nullable Block form) {
    return form == null
        ? null
        : new Checked(EffectKind.BLOCK, (subject, actor) -> subjects.block(subject, form));
  }

  private @Nullable Checked unblock(SubjectRequests.@Nullable Unblock form) {
    return form == null
        ? null
        : new Checked(EffectKind.UNBLOCK, (subject, actor) -> subjects.unblock(subject, form));
  }

  private @Nullable Checked destruction(SubjectRequests.@Nullable Dispose form) {
    return form == null
        ? null
        : new Checked(
            EffectKind.DESTROY, (subject, actor) -> subjects.destroy(subject, form, actor));
  }

  private @Nullable Checked withdrawal(RequestForms.@Nullable Withdraw form) {
    return form == null
        ? null
        : new Checked(
            EffectKind.WITHDRAW,
            (subject, actor) ->
                subjects.withdraw(subject, new PurposeId(form.purposeId()), form.no()));
  }

  private @Nullable Checked cessation(GroundRequests.@Nullable Cease form) {
    return form == null
        ? null
        : new Checked(EffectKind.CEASE, (subject, actor) -> subjects.cease(subject, form));
  }

  private static ProblemException notOne(int index) {
    return new ProblemException(
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_INPUT",
                "The input breaks the rules named in errors.")
            .withErrors(
                List.of(
                    new InvalidInput(
                        "/effects/" + index, "INVALID_INPUT", "says exactly one effect"))));
  }
}
