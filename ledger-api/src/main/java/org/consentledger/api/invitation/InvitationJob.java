package org.consentledger.api.invitation;

import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.consentledger.api.jobs.Job;
import org.consentledger.api.letter.LetterServer;
import org.consentledger.api.letter.SmtpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the letters that ask for consent, and forgets those that were not answered in time. */
@Component
final class InvitationJob implements Job {

  private static final Logger LOG = LoggerFactory.getLogger(InvitationJob.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_ONCE = 500;

  private final Invitations invitations;
  private final InvitationSender sender;
  private final LetterServer server;

  InvitationJob(Invitations invitations, InvitationSender sender, LetterServer server) {
    this.invitations = invitations;
    this.sender = sender;
    this.server = server;
  }

  @Override
  public String name() {
    return "invitation";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    invitations.forgetExpired();
    List<Invitations.Entry> due = server.isConfigured() ? invitations.due(AT_ONCE) : List.of();
    if (due.isEmpty()) {
      return;
    }
    try (SmtpConnection connection = server.connection()) {
      for (Invitations.Entry invitation : due) {
        connection.open();
        sender.send(invitation, connection);
      }
    } catch (MessagingException | SQLException away) {
      LOG.warn(
          "Invitations wait: {} is away.",
          away instanceof SQLException ? "the database" : "the mail server");
    }
  }
}
