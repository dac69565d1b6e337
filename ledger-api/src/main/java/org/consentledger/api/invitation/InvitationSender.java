package org.consentledger.api.invitation;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
import org.consentledger.api.purpose.PurposeTitles;
import org.consentledger.core.eventstore.Handovers;
import org.consentledger.core.refusal.Refused;
import org.consentledger.core.subject.Invitation;
import org.consentledger.core.vocabulary.Language;
import org.springframework.stereotype.Component;

/**
 * Sends one letter that asks for consent. Its token is made here, goes into the letter and nowhere
 * else; what stays is its digest. A letter of which nobody knows whether it left is written again,
 * with another token: at least one arrives, and the last one counts.
 */
@Component
final class InvitationSender {

  private static final int TOKEN = 32;

  private final Handovers handovers;
  private final Invitations invitations;
  private final Addresses addresses;
  private final OperatorProfiles operators;
  private final PurposeTitles titles;
  private final LetterServer server;
  private final Pages pages;
  private final OutgoingMailProperties properties;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  InvitationSender(
      Handovers handovers,
      Invitations invitations,
      Addresses addresses,
      OperatorProfiles operators,
      PurposeTitles titles,
      LetterServer server,
      Pages pages,
      OutgoingMailProperties properties,
      Clock clock) {
    this.handovers = handovers;
    this.invitations = invitations;
    this.addresses = addresses;
    this.operators = operators;
    this.titles = titles;
    this.server = server;
    this.pages = pages;
    this.properties = properties;
    this.clock = clock;
  }

  /** Sends a letter, if the person is still to be asked. */
  void send(Invitations.Entry entry, SmtpConnection connection) throws SQLException {
    byte[] bytes = new byte[TOKEN];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    try (Handovers.Handover handover = handovers.begin(entry.subjectId())) {
      String state =
          invitations
              .open(entry)
              .filter(invitation -> !invitation.accepted())
              .map(invitation -> state(entry, handOver(invitation, token, connection)))
              .orElse("FAILED");
      Instant dueAt = clock.instant().plus(properties.pauseAfter(entry.tries() + 1));
      invitations.settle(handover.connection(), entry, state, dueAt, token);
      handover.commit();
    }
  }

  private String state(Invitations.Entry entry, Delivery delivery) {
    return switch (delivery) {
      case Delivery.Taken taken -> "SENT";
      case Delivery.Refused refused -> "FAILED";
      case Delivery.Postponed postponed -> again(entry);
      case Delivery.Unclear unclear -> again(entry);
    };
  }

  private String again(Invitations.Entry entry) {
    return entry.tries() + 1 < properties.attempts() ? "PENDING" : "FAILED";
  }

  private Delivery handOver(Invitation invitation, String token, SmtpConnection connection) {
    try {
      Optional<InternetAddress> address = addresses.of(invitation.event().subjectId());
      return address.isEmpty()
          ? new Delivery.Refused(true)
          : connection.deliver(letter(invitation, address.get(), token));
    } catch (Refused gone) {
      return new Delivery.Refused(true);
    } catch (MessagingException unwritable) {
      return new Delivery.Refused(false);
    }
  }

  private Letter letter(Invitation invitation, InternetAddress to, String token)
      throws MessagingException {
    Language language = invitation.event().terms().language();
    OperatorProfile operator = operators.current().orElseThrow();
    Map<String, Object> values = new HashMap<>();
    values.put("subject", pages.words("invitation.subject", language));
    values.put("purpose", titles.of(invitation.event().purposeId(), language));
    values.put("operator", operator.name());
    values.put("bin", operator.bin());
    values.put("email", operator.email());
    values.put("link", server.link("/confirm", token));
    Letter letter = server.letter(invitation.event().invitationId().toString());
    new Envelope(properties.sender().orElseThrow(), operator.name(), to, null, Map.of())
        .close(
            letter,
            pages.letter(
                "invitation", language, pages.words("invitation.subject", language), values),
            language,
            clock.instant());
    return letter;
  }
}
