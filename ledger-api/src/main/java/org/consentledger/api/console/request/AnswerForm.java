package org.consentledger.api.console.request;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.api.page.Entered;
import org.consentledger.api.personaldata.IdentifiersRequest;
import org.consentledger.api.request.RequestForms;
import org.consentledger.api.subject.GroundRequests;
import org.consentledger.api.subject.SubjectRequests;
import org.consentledger.core.request.EffectKind;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.RequestReason;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What an officer answers, and what is carried out with it.
 *
 * @param effect what is carried out; nothing where it is not said
 * @param purposes codes of the purposes whose consent is withdrawn
 * @param ceased codes of the purposes that stop; all where none is named
 * @param categories codes of the categories that it is about; all where none is named
 * @param confirmed whether what comes of it was read
 */
record AnswerForm(
    @Size(max = RequestForms.LETTER, message = "{requests.long}") @Nullable String text,
    @Nullable EffectKind effect,
    @Nullable List<String> purposes,
    @Nullable List<String> ceased,
    @Nullable List<String> categories,
    @Nullable RequestReason reason,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String fullName,
    @Nullable String iin,
    @Nullable Boolean unblock,
    @Nullable Boolean confirmed) {

  static AnswerForm empty(@Nullable EffectKind effect, List<String> purposes) {
    return new AnswerForm(
        null, effect, purposes, null, null, null, null, null, null, null, null, null);
  }

  /** What the form needs before it can be sent: the API would say it less plainly. */
  void check(BindingResult checked) {
    if (effect == null && Entered.text(text) == null) {
      checked.rejectValue("text", "requests.answer.missing");
    }
    if (effect == EffectKind.WITHDRAW && chosen(purposes).isEmpty()) {
      checked.rejectValue("purposes", "requests.purposes.missing");
    }
    if (effect == EffectKind.BLOCK && reason == null) {
      checked.rejectValue("reason", "requests.reason.missing");
    }
    boolean corrected =
        Stream.of(email, phone, fullName, iin).anyMatch(it -> Entered.text(it) != null);
    if (effect == EffectKind.RECTIFY && !corrected) {
      checked.rejectValue("email", "requests.data.missing");
    }
    if (effect != null && !Boolean.TRUE.equals(confirmed)) {
      checked.rejectValue("confirmed", "requests.confirmed.missing");
    }
  }

  /** As the API takes it. */
  RequestForms.Answer answer(Channel channel) {
    return new RequestForms.Answer(
        Entered.text(text), effect == null ? null : effects(effect, channel), null);
  }

  private List<RequestForms.Effect> effects(EffectKind kind, Channel channel) {
    SubjectRequests.ScopeRequest scope =
        new SubjectRequests.ScopeRequest(chosen(categories), List.of());
    return switch (kind) {
      case RECTIFY ->
          List.of(
              new RequestForms.Effect(
                  new SubjectRequests.Rectify(
                      new IdentifiersRequest(
                          Entered.text(email),
                          Entered.text(phone),
                          Entered.text(fullName),
                          Entered.text(iin)),
                      null,
                      reason,
                      unblock,
                      null),
                  null,
                  null,
                  null,
                  null,
                  null));
      case BLOCK ->
          List.of(
              new RequestForms.Effect(
                  null,
                  new SubjectRequests.Block(scope, requireNonNull(reason)),
                  null,
                  null,
                  null,
                  null));
      case UNBLOCK ->
          List.of(
              new RequestForms.Effect(
                  null, null, new SubjectRequests.Unblock(scope, reason), null, null, null));
      case DESTROY ->
          List.of(
              new RequestForms.Effect(
                  null,
                  null,
                  null,
                  new SubjectRequests.Dispose(DisposalGround.REQUEST, reason),
                  null,
                  null));
      case WITHDRAW ->
          chosen(purposes).stream()
              .map(
                  purpose ->
                      new RequestForms.Effect(
                          null,
                          null,
                          null,
                          null,
                          new RequestForms.Withdraw(purpose, channel, null),
                          null))
              .toList();
      case CEASE ->
          List.of(
              new RequestForms.Effect(
                  null, null, null, null, null, new GroundRequests.Cease(chosen(ceased), null)));
    };
  }

  private static List<String> chosen(@Nullable List<String> codes) {
    return codes == null ? List.of() : codes;
  }
}
