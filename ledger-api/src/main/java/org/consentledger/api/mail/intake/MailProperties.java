package org.consentledger.api.mail.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail that comes in. Where no mailbox is named, none is looked into.
 *
 * @param in the mailboxes, by names that letters are listed under
 * @param markingsFile an operator's own markings, instead of those that come with the program
 * @param ownAddresses addresses from which the operator writes; what comes from them opens nothing
 */
@ConfigurationProperties("ledger.mail")
record MailProperties(
    @DefaultValue Map<String, Mailbox> in,
    @Nullable Path markingsFile,
    @DefaultValue List<String> ownAddresses) {

  /** How the connection to a mailbox is protected. */
  enum Tls {
    /** From the first byte on. */
    IMPLICIT,
    /** By STARTTLS, without which nothing is said. */
    STARTTLS,
    /** Not at all: for a server on the same machine. */
    NONE
  }

  /** What becomes of a letter in its mailbox once the ledger has it. */
  enum Filing {
    /** It is flagged as seen. */
    FLAG,
    /** It is moved to another folder. */
    MOVE,
    /** It is deleted, where the vault has it; else it is flagged. */
    DELETE
  }

  /**
   * A mailbox.
   *
   * @param host the IMAP server
   * @param port 993, or 143 without implicit TLS, where it is not said
   * @param address the address of the mailbox, from which it answers; the user where it is not said
   * @param sslBundle the trust that the server's certificate needs, if it is not the usual one
   * @param folder the folder to look into
   * @param every how long after a look there is another
   * @param timeout how long the server may take for anything
   * @param authenticationServer the name under which one's own server says who was authenticated;
   *     without it nobody is
   * @param spamHeaders header fields by which one's own server marks spam
   * @param afterwards what becomes of letters that were taken in
   * @param doneFolder where they are moved to
   * @param quarantineFolder where letters go that cannot be read; they stay, flagged, where it is
   *     not said
   * @param largest how many bytes of a letter are read
   * @param downAfter after how long without a look the mailbox counts as down
   */
  record Mailbox(
      String host,
      @Nullable Integer port,
      String user,
      String password,
      @Nullable String address,
      @DefaultValue("IMPLICIT") Tls tls,
      @Nullable String sslBundle,
      @DefaultValue("INBOX") String folder,
      @DefaultValue("15s") Duration every,
      @DefaultValue("20s") Duration timeout,
      @Nullable String authenticationServer,
      @DefaultValue("X-Spam-Flag: YES") List<String> spamHeaders,
      @DefaultValue("FLAG") Filing afterwards,
      @DefaultValue("Done") String doneFolder,
      @Nullable String quarantineFolder,
      @DefaultValue("10485760") int largest,
      @DefaultValue("5m") Duration downAfter) {

    /** The address from which it answers. */
    String ownAddress() {
      return address == null ? user : address;
    }
  }
}
