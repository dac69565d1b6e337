package org.consentledger.api.mail.letter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,250}>");
  private static final int MOST_REFERENCES = 20;

  /** Copies the lists. */
  public Letter {
    from = List.copyOf(from);
    attachments = List.copyOf(attachments);
  }

  /** What joins an answer to it (RFC 5322, 3.6.4); empty where it has no Message-ID. */
  public Map<String, String> answerFields() {
    if (messageId == null) {
      return Map.of();
    }
    List<String> earlier =
        headers.first("References").stream()
            .flatMap(value -> MESSAGE_ID.matcher(value).results())
            .map(MatchResult::group)
            .toList();
    Set<String> all =
        new LinkedHashSet<>(
            earlier.subList(Math.max(0, earlier.size() - MOST_REFERENCES), earlier.size()));
    all.add(messageId);
    return Map.of("In-Reply-To", messageId, "References", String.join("\r\n ", all));
  }

  /** Who wrote it; nobody where it names no address, or several. */
  public Optional<String> sender() {
    return from.size() == 1 && headers.all("From").size() == 1
        ? Optional.of(from.getFirst())
        : Optional.empty();
  }
}
