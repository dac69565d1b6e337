package org.consentledger.api.mailing;

import java.util.List;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.problem.InvalidInput;
import org.consentledger.api.problem.Problem;
import org.consentledger.api.problem.ProblemException;
import org.consentledger.api.problem.RefusalProblems;
import org.consentledger.core.mailing.MailingState;
import org.consentledger.core.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a mailing must be to be planned, and what must be there for it to begin. */
@Component
final class MailingChecks {

  private final MailingContents contents;
  private final LetterServer server;
  private final OutgoingMailProperties properties;
  private final OperatorProfiles operators;

  MailingChecks(
      MailingContents contents,
      LetterServer server,
      OutgoingMailProperties properties,
      OperatorProfiles operators) {
    this.contents = contents;
    this.server = server;
    this.properties = properties;
    this.operators = operators;
  }

  /** Refuses texts that say nothing, or two things, and senders that are none. */
  void requireWhole(MailingRequest request) {
    request
        .texts()
        .forEach(
            (language, text) -> {
              if (!text.isWhole()) {
                throw invalid(
                    "/texts/" + language.code(), "takes markdown, or both of html and plain");
              }
            });
    if (request.sendFrom() != null && Addresses.parse(request.sendFrom()).isEmpty()) {
      throw invalid("/sendFrom", "must be an e-mail address such as news@example.kz");
    }
  }

  private static ProblemException invalid(String pointer, String expected) {
    return new ProblemException(
        Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "INVALID_INPUT",
                "The input breaks the rules named in errors.")
            .withErrors(List.of(new InvalidInput(pointer, "INVALID_INPUT", expected))));
  }

  /**
   * Refuses to start what no letter could be sent of.
   *
   * @throws ProblemException which says which setting is missing, or that nobody is named
   */
  void requireSendable(MailingState mailing) {
    server.requireConfigured();
    if (operators.current().isEmpty()) {
      throw notYet(new Refusal.OperatorNotDescribed());
    }
    MailingRequest content = contents.of(mailing);
    if (content.sendFrom() == null && properties.sender().isEmpty()) {
      throw notYet(new Refusal.MailNotConfigured("ledger.mail.out.from"));
    }
  }

  /** Not an answer that is kept for its idempotency key: it can be put right. */
  private static ProblemException notYet(Refusal refusal) {
    return new ProblemException(RefusalProblems.of(refusal));
  }
}
