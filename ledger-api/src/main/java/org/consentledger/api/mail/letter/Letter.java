package org.consentledger.api.mail.letter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter, as it was understood.
 *
 * @param headers the header fields, as they came
 * @param from the addresses of all its From fields, each in the one written form of an e-mail
 *     address
 * @param subject decoded, on one line; empty where there is none
 * @param ownText what the sender wrote, without what is quoted or forwarded below it
 * @param attachments what came with it
 * @param messageId its Message-ID with the angle brackets, if there is one
 * @param report the type of a report that the letter is (RFC 6522), such as {@code
 *     delivery-status}; empty for a report that names none
 */
public record Letter(
    LetterHeaders headers,
    List<String> from,
    String subject,
    String ownText,
    List<Attachment> attachments,
    @Nullable String messageId,
    Optional<String> report) {

  /** Copies the lists. */
  public Letter {
    from = List.copyOf(from);
    attachments = List.copyOf(attachments);
  }

  /** Who wrote it; nobody where it names no address, or several. */
  public Optional<String> sender() {
    return from.size() == 1 && headers.all("From").size() == 1
        ? Optional.of(from.getFirst())
        : Optional.empty();
  }
}
