package org.consentledger.api.mail.letter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox is to believe: its own server, and which letters are the operator's own.
 *
 * @param authenticationServer the name under which one's own server says who was authenticated
 *     (authserv-id, RFC 8601); without it nobody is
 * @param spamFields header fields by which one's own server marks spam, such as {@code X-Spam-Flag:
 *     YES}
 * @param ownAddresses addresses of the operator's own, each in its one written form
 * @param loopMark what stands in {@code X-Loop} of the ledger's own letters
 */
public record MailTrust(
    @Nullable String authenticationServer,
    List<String> spamFields,
    Set<String> ownAddresses,
    String loopMark) {

  /** Copies the collections. */
  public MailTrust {
    spamFields = List.copyOf(spamFields);
    ownAddresses = Set.copyOf(ownAddresses);
  }
}
