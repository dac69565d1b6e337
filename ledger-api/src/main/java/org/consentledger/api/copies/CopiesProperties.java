package org.consentledger.api.copies;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checkpoints go. Nothing is named by default, and nothing goes anywhere.
 *
 * @param witnesses who cosigns each checkpoint
 * @param quorum how many of them are enough; more than half where it is not said
 * @param copies a directory and an auditor's mailbox
 * @param timestamps an authority that stamps the time
 */
@ConfigurationProperties("ledger.log")
record CopiesProperties(
    @DefaultValue List<Witness> witnesses,
    @Nullable Integer quorum,
    @DefaultValue Copies copies,
    @DefaultValue TimeStamps timestamps) {

  /**
   * A witness.
   *
   * @param url its submission prefix, before {@code /add-checkpoint}
   * @param verifierKey its key for cosignatures, {@code name+keyid+base64(0x04||key)}
   */
  record Witness(String url, String verifierKey) {}

  /**
   * Copies that need no protocol.
   *
   * @param directory an existing directory, elsewhere than the database
   * @param every how much time there is between two checkpoints in the directory at least
   * @param timeout how long a place over the network may take to answer
   */
  record Copies(
      @Nullable String directory,
      @DefaultValue("10s") Duration every,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue Mail mail) {}

  /**
   * Mail to an auditor, through {@code spring.mail}.
   *
   * @param to the addresses
   * @param from the sender
   * @param every how often
   */
  record Mail(
      @DefaultValue List<String> to, @Nullable String from, @DefaultValue("P1D") Duration every) {}

  /**
   * Time stamps of RFC 3161.
   *
   * @param url where the authority is asked
   * @param every how often
   * @param certificate a PEM file with the authority's certificate, or that of who issued it
   */
  record TimeStamps(
      @Nullable String url, @DefaultValue("PT1H") Duration every, @Nullable String certificate) {}
}
