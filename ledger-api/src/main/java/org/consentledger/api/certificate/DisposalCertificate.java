package org.consentledger.api.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.consentledger.api.document.DocumentProof;
import org.consentledger.api.inventory.InformationSystems.SystemInUse;
import org.consentledger.core.calendar.Certainty;
import org.consentledger.core.calendar.LegalTermId;
import org.consentledger.core.calendar.TermUnit;
import org.consentledger.core.personaldata.Epochs;
import org.consentledger.core.personaldata.ErasedStore;
import org.consentledger.core.vocabulary.Category;
import org.consentledger.core.vocabulary.Channel;
import org.consentledger.core.vocabulary.DisposalGround;
import org.consentledger.core.vocabulary.RecipientId;
import org.consentledger.core.vocabulary.RequestReason;
import org.consentledger.core.vocabulary.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that data was disposed of. It names nobody.
 *
 * @param form {@code consent-ledger/disposal-certificate/v1}
 * @param number the year in Kazakhstan and the position of the event in the history, such as
 *     2026-1843; it never changes
 * @param edition counts the certificates of this number, from 1: each time that a recipient is told
 *     or confirms, and when backups go dead, the next one says so
 * @param isFinal whether nothing is left to be said: backups are dead, and everybody has confirmed
 * @param disposalId names the disposal
 * @param operator whose data it was
 * @param kind what was done
 * @param method by which means
 * @param executor what carried it out: the ledger itself
 * @param categories what was disposed of
 * @param requestedBy who asked: an identifier; {@code ledger} where its time was over
 * @param requestedAt when it was asked for: a moment in UTC
 * @param approvedBy who approved as the second person: an identifier; missing where nobody had to
 * @param approvedAt when: a moment in UTC
 * @param triggeredAt when what ended the keeping of the data happened: a moment in UTC; missing
 *     where somebody asked
 * @param term the law's term for it
 * @param doneAt when the data was gone: a moment in UTC
 * @param eventId the event that says that the data is gone
 * @param position its place in the history
 * @param informationSystems the operator's systems that held personal data at that moment (clause
 *     2.4)
 * @param stores from where the ledger took the data
 * @param recipients who was given the data
 * @param backups what is left in backups
 * @param proof what vouches for the certificate; not there in what is signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DisposalCertificate(
    String form,
    String number,
    int edition,
    @JsonProperty("final") boolean isFinal,
    UUID disposalId,
    SubjectId subjectId,
    CertifiedOperator operator,
    CertificateKind kind,
    DisposalMeans method,
    String executor,
    DisposalGround ground,
    String clause,
    @Nullable RequestReason reason,
    SortedSet<Category> categories,
    @Nullable String requestedBy,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant triggeredAt,
    CertifiedTerm term,
    Instant doneAt,
    Instant recordedAt,
    UUID eventId,
    long position,
    List<SystemInUse> informationSystems,
    Set<ErasedStore> stores,
    List<ToldRecipient> recipients,
    Backups backups,
    @Nullable DocumentProof proof) {

  static final String FORM = "consent-ledger/disposal-certificate/v1";

  /** The ledger itself, where nobody asked; and what carries every disposal out. */
  static final String LEDGER = "ledger";

  /** What was done. */
  enum CertificateKind {
    /** All of the person's data was destroyed. */
    DESTRUCTION,
    /** The data can be attributed to nobody any more; all of it that identified was destroyed. */
    ANONYMISATION,
    /** The data of some categories was destroyed; the rest is still needed. */
    ERASURE
  }

  /** By which means data was disposed of. */
  enum DisposalMeans {
    /** The ciphertext was deleted and the only key to it destroyed, in one transaction. */
    DELETED_WITH_KEY,
    /** The ciphertext was deleted. */
    DELETED
  }

  /**
   * An operator, as it was known then.
   *
   * @param bin its business identification number
   */
  @Schema(name = "CertifiedOperator", description = "An operator, as it was known then.")
  record CertifiedOperator(String name, String bin) {}

  /**
   * The law's term, as it was in force when it began to run.
   *
   * @param id the term
   * @param article where it is from
   * @param length how many days
   * @param unit which days
   * @param certainty how sure the source is
   * @param from what it runs from: a moment in UTC
   * @param dueDay its last day, in Kazakhstan
   * @param calendarConfirmed whether the calendar of each year that was counted in is confirmed
   */
  @Schema(
      name = "CertifiedTerm",
      description = "The law's term, as it was in force when it began to run.")
  record CertifiedTerm(
      LegalTermId id,
      String article,
      int length,
      TermUnit unit,
      Certainty certainty,
      Instant from,
      LocalDate dueDay,
      boolean calendarConfirmed) {}

  /**
   * Who was given the data.
   *
   * @param told how and when the recipient was told; missing while it is still to be
   * @param confirmed how and when the recipient confirmed; missing while that is awaited
   */
  @Schema(name = "ToldRecipient", description = "Who was given the data.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ToldRecipient(RecipientId recipientId, @Nullable Told told, @Nullable Told confirmed) {}

  /**
   * A message to a recipient, or from one.
   *
   * @param channel the way by which it went
   * @param at when: a moment in UTC
   * @param evidence the event that recorded it
   */
  @Schema(name = "ToldBy", description = "A message to a recipient, or from one.")
  record Told(Channel channel, Instant at, UUID evidence) {}

  /**
   * What is left in backups and in the write-ahead log.
   *
   * @param state whether anything there can still be read
   * @param epochKeyDestroyedAt since when no copy of the person's key opens by what is in the
   *     database: a moment in UTC; missing while one does
   * @param deadSince since when nothing there can be read: a moment in UTC; missing while something
   *     can
   */
  @Schema(
      name = "CertifiedBackups",
      description = "What is left in backups and in the write-ahead log.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Backups(
      BackupState state, @Nullable Instant epochKeyDestroyedAt, @Nullable Instant deadSince) {

    /** What became of the copies of a key by a moment; none where the key was not destroyed. */
    static Backups of(Epochs.@Nullable KeyCopies copies, Instant knownAt) {
      Instant destroyed = copies == null ? null : by(knownAt, copies.epochKeyDestroyedAt());
      Instant dead = copies == null ? null : by(knownAt, copies.goneDeadSince().orElse(null));
      BackupState state = destroyed == null ? BackupState.PENDING : BackupState.EPOCH_KEY_DESTROYED;
      return new Backups(dead == null ? state : BackupState.DEAD, destroyed, dead);
    }

    private static @Nullable Instant by(Instant knownAt, @Nullable Instant moment) {
      return moment == null || moment.isAfter(knownAt) ? null : moment;
    }

    /** How many editions say what is said here. */
    int editions() {
      return (epochKeyDestroyedAt == null ? 0 : 1)
          + (deadSince == null || deadSince.equals(epochKeyDestroyedAt) ? 0 : 1);
    }
  }

  /** Whether what is left in backups can still be read. */
  enum BackupState {
    /** Whoever has an old backup and the root key of its time can; later backups have no key. */
    PENDING,
    /**
     * The key of the epoch was destroyed; only a backup of the whole database opens, by the root
     * key that is still in use.
     */
    EPOCH_KEY_DESTROYED,
    /** No key that the ledger has opens it. */
    DEAD
  }
}
