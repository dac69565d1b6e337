package org.consentledger.api.site.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consentledger.api.document.Labels;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.api.recipient.RecipientNames;
import org.consentledger.api.report.Reports;
import org.consentledger.core.personaldata.IdentifierKind;
import org.consentledger.core.policy.PolicyState;
import org.consentledger.core.purpose.PurposeDefinition;
import org.consentledger.core.purpose.PurposeState;
import org.consentledger.core.recipient.RecipientState;
import org.consentledger.core.register.RegisterReader;
import org.consentledger.core.register.Registers;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.core.vocabulary.LegalGround;
import org.consentledger.core.vocabulary.ProcessingAction;
import org.consentledger.core.vocabulary.PurposeId;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Words what somebody is asked to consent to, out of the registers as they are now. */
@Component
final class ConsentNotices {

  private final RegisterReader registers;
  private final OperatorProfiles operators;
  private final PurposeTitles titles;
  private final RecipientNames names;
  private final LetterServer server;
  private final MessageSource words;
  private final Clock clock;

  ConsentNotices(
      RegisterReader registers,
      OperatorProfiles operators,
      PurposeTitles titles,
      RecipientNames names,
      LetterServer server,
      MessageSource words,
      Clock clock) {
    this.registers = registers;
    this.operators = operators;
    this.titles = titles;
    this.names = names;
    this.server = server;
    this.words = words;
    this.clock = clock;
  }

  /**
   * The notice of a purpose; none where nobody can be asked here: the purpose does not rest on
   * consent, has ended or needs no e-mail, or there is no operator or policy to name.
   *
   * @throws ProblemException 404 where there is no such purpose
   */
  Optional<ConsentNotice> of(PurposeId purposeId, Language language) {
    Registers known = registers.current();
    PurposeState purpose =
        known
            .findPurpose(purposeId)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                                HttpStatus.NOT_FOUND,
                                "PURPOSE_UNKNOWN",
                                "There is no such purpose.")
                            .withClause("5.2")));
    PurposeDefinition definition = purpose.latest().definition();
    Optional<PolicyState> policy = known.policyInForce(clock.instant());
    Optional<OperatorProfile> operator = operators.current();
    boolean asked =
        !purpose.isRetiredAt(clock.instant())
            && definition.grounds().contains(LegalGround.CONSENT)
            && definition.categories().contains(IdentifierKind.EMAIL.category());
    return asked && policy.isPresent() && operator.isPresent()
        ? Optional.of(notice(purpose, definition, policy.get(), operator.get(), known, language))
        : Optional.empty();
  }

  private ConsentNotice notice(
      PurposeState purpose,
      PurposeDefinition definition,
      PolicyState policy,
      OperatorProfile operator,
      Registers known,
      Language language) {
    Labels labels = Reports.words(language);
    boolean transfer = definition.actions().stream().anyMatch(ProcessingAction::isTransferring);
    List<ConsentNotice.Line> lines = new ArrayList<>();
    add(lines, language, "operator", operator(operator, language));
    add(lines, language, "purpose", titles.of(purpose.purposeId(), known, language));
    add(lines, language, "categories", labels.categories(definition.categories()));
    add(
        lines,
        language,
        "actions",
        definition.actions().stream()
            .map(action -> labels.text("action", action))
            .collect(Collectors.joining(", ")));
    add(lines, language, "recipients", recipients(known, transfer, labels));
    add(
        lines,
        language,
        "transfer",
        word(transfer ? "transfer.chosen" : "transfer.none", language));
    add(
        lines,
        language,
        "publication",
        word(definition.distribution() ? "publication.chosen" : "publication.none", language));
    add(
        lines,
        language,
        "term",
        definition.consentTerm() == null
            ? word("term.none", language)
            : labels.duration(definition.consentTerm()));
    if (definition.retention() != null) {
      add(lines, language, "retention", labels.duration(definition.retention()));
    }
    add(
        lines,
        language,
        "withdrawal",
        operator.email() == null
            ? word("withdrawal.page", language, server.address("/me"))
            : word("withdrawal.both", language, server.address("/me"), operator.email()));
    add(
        lines,
        language,
        "policy",
        word(
            "policy.version",
            language,
            policy.version().value(),
            server.address("/policy/" + policy.version().value()),
            policy
                .hash(language)
                .or(() -> policy.texts().keySet().stream().findFirst().flatMap(policy::hash))
                .orElse("—")));
    return new ConsentNotice(
        policy.version(),
        language,
        List.copyOf(lines),
        new ConsentNotice.Offers(transfer, definition.distribution()));
  }

  private String operator(OperatorProfile operator, Language language) {
    String named = word("operator.named", language, operator.name(), operator.bin());
    return operator.address() == null ? named : named + ", " + operator.address();
  }

  /** Whom the register names; third parties only where data may be given to them at all. */
  private String recipients(Registers known, boolean transfer, Labels labels) {
    String all =
        known.recipients().values().stream()
            .filter(recipient -> transfer || isProcessor(recipient))
            .map(
                recipient ->
                    "%s (%s, %s)"
                        .formatted(
                            names.of(recipient.recipientId(), known),
                            labels.text("recipient", recipient.latest().kind()),
                            recipient.latest().country()))
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? word("recipients.none", labels.language()) : all;
  }

  private static boolean isProcessor(RecipientState recipient) {
    return switch (recipient.latest().kind()) {
      case PROCESSOR -> true;
      case THIRD_PARTY -> false;
    };
  }

  private void add(List<ConsentNotice.Line> lines, Language language, String label, String value) {
    lines.add(new ConsentNotice.Line(word(label, language), value));
  }

  private String word(String key, Language language, Object... values) {
    return words.getMessage("consent.notice." + key, values, Locale.of(language.code()));
  }
}
