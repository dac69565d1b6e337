package org.consentledger.api.site.letter;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.consentledger.api.letter.Addresses;
import org.consentledger.api.letter.Delivery;
import org.consentledger.api.letter.Envelope;
import org.consentledger.api.letter.Letter;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.OutgoingMailProperties;
import org.consentledger.api.letter.Pages;
import org.consentledger.api.letter.SmtpConnection;
import org.consentledger.api.operator.OperatorProfile;
import org.consentledger.api.operator.OperatorProfiles;
import org.consentledger.api.report.Reports;
import org.consentledger.api.request.RequestEntry;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.request.RequestDue;
import org.consentledger.core.request.RequestState;
import org.consentledger.core.vocabulary.Kazakhstan;
import org.consentledger.core.vocabulary.Language;
import org.consentledger.projections.requests.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one letter. The token of a link is made here, goes into the letter and nowhere else; a
 * letter of which nobody knows whether it left is written again, with another token.
 */
@Component
final class SiteLetterSender {

  private static final int TOKEN = 32;

  private final SiteLetters letters;
  private final Addresses addresses;
  private final RequestEntry entry;
  private final Requests requests;
  private final OperatorProfiles operators;
  private final LetterServer server;
  private final Pages pages;
  private final OutgoingMailProperties properties;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SiteLetterSender(
      SiteLetters letters,
      Addresses addresses,
      RequestEntry entry,
      Requests requests,
      OperatorProfiles operators,
      LetterServer server,
      Pages pages,
      OutgoingMailProperties properties,
      Clock clock) {
    this.letters = letters;
    this.addresses = addresses;
    this.entry = entry;
    this.requests = requests;
    this.operators = operators;
    this.server = server;
    this.pages = pages;
    this.properties = properties;
    this.clock = clock;
  }

  void send(SiteLetters.Queued queued, SmtpConnection connection) {
    SiteLetters.State state =
        switch (handOver(queued, connection)) {
          case Delivery.Taken taken -> SiteLetters.State.SENT;
          case Delivery.Refused refused -> SiteLetters.State.FAILED;
          case Delivery.Postponed postponed -> again(queued);
          case Delivery.Unclear unclear -> again(queued);
        };
    letters.settle(
        queued.letterId(), state, clock.instant().plus(properties.pauseAfter(queued.tries() + 1)));
  }

  private SiteLetters.State again(SiteLetters.Queued queued) {
    return queued.tries() + 1 < properties.attempts()
        ? SiteLetters.State.PENDING
        : SiteLetters.State.FAILED;
  }

  private Delivery handOver(SiteLetters.Queued queued, SmtpConnection connection) {
    try {
      Optional<InternetAddress> to =
          switch (queued.kind()) {
            case LINK -> addresses.of(requireNonNull(queued.subjectId()));
            case RECEIVED ->
                entry.contact(requireNonNull(queued.requestId())).flatMap(Addresses::parse);
          };
      @Nullable OperatorProfile operator = operators.current().orElse(null);
      return to.isEmpty() || operator == null
          ? new Delivery.Refused(true)
          : connection.deliver(letter(queued, to.get(), operator));
    } catch (Refused gone) {
      return new Delivery.Refused(true);
    } catch (MessagingException unwritable) {
      return new Delivery.Refused(false);
    }
  }

  private Letter letter(SiteLetters.Queued queued, InternetAddress to, OperatorProfile operator)
      throws MessagingException {
    Language language = queued.language();
    Map<String, Object> values = new HashMap<>();
    values.put("operator", operator.name());
    values.put("bin", operator.bin());
    values.put("email", operator.email());
    String template =
        switch (queued.kind()) {
          case LINK -> link(queued, values);
          case RECEIVED -> received(queued, values);
        };
    String subject =
        pages.words(template + ".subject", language, values.getOrDefault("number", ""));
    values.put("subject", subject);
    Letter letter = server.letter(queued.letterId().toString());
    new Envelope(properties.sender().orElseThrow(), operator.name(), to, null, Map.of())
        .close(
            letter, pages.letter(template, language, subject, values), language, clock.instant());
    return letter;
  }

  private String link(SiteLetters.Queued queued, Map<String, Object> values) {
    byte[] bytes = new byte[TOKEN];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    letters.keepToken(queued.letterId(), token);
    values.put("minutes", Long.toString(letters.linkValidFor().toMinutes()));
    values.put("link", server.link("/me/enter", token) + "&language=" + queued.language().code());
    return "link";
  }

  private String received(SiteLetters.Queued queued, Map<String, Object> values) {
    RequestState request = requests.find(requireNonNull(queued.requestId())).orElseThrow();
    RequestDue due = request.term().due();
    values.put("number", request.received().number().toString());
    values.put("type", Reports.words(queued.language()).text("request", request.received().type()));
    values.put("day", Kazakhstan.dayOf(request.received().effectiveAt()).toString());
    values.put("due", due == null ? null : due.day().toString());
    return "received";
  }
}
